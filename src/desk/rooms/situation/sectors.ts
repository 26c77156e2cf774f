/** A disc about (0, 0), or the kth of equal sectors of it, clockwise from the top; an SVG path. */
export function sectorPath(r: number, parts: number, k: number): string {
  if (parts <= 1) return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
  const at = (share: number) => {
    const angle = share * 2 * Math.PI;
    return `${round(r * Math.sin(angle))} ${round(-r * Math.cos(angle))}`;
  };
  return `M0 0L${at(k / parts)}A${r} ${r} 0 0 1 ${at((k + 1) / parts)}Z`;
}

// never "-0"
const round = (n: number) => Math.round(n * 100) / 100 || 0;
