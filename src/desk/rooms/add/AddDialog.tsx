export function AddDialog(_: { onClose: () => void }) {
  return null;
}
