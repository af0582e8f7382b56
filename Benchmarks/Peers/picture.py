"""Costs as K grows, as a picture: one panel for each method and layout, both axes logarithmic."""
import math

WIDTH, HEIGHT = 420, 300
LEFT, RIGHT, TOP, BOTTOM = 64, 120, 40, 44
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"]


def costs(results, n, ks):
    """An SVG of nanoseconds per point and iteration against K.

    results[method, layout][n, k][name] is (median, least) in nanoseconds per point and component.
    """
    panels = [(key, {k: results[key][n, k] for k in ks}) for key in results]
    parts = [panel(*each, x=(i % 2) * WIDTH, y=(i // 2) * HEIGHT, n=n) for i, each in enumerate(panels)]
    rows = (len(panels) + 1) // 2
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * WIDTH}" height="{rows * HEIGHT}" '
            f'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="white"/>'
            + "".join(parts) + "</svg>\n")


def panel(key, figures, x, y, n):
    names = list(dict.fromkeys(name for figure in figures.values() for name in figure))
    series = {name: [(k, figures[k][name][0] * k) for k in figures
                     if name in figures[k] and figures[k][name][0] > 0] for name in names}
    values = [value for line in series.values() for _, value in line]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    least, most = min(figures), max(figures)

    def place(k, value):
        across = (math.log2(k) - math.log2(least)) / max(math.log2(most) - math.log2(least), 1e-9)
        up = (math.log10(value) - low) / max(high - low, 1)
        return (LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM))

    text = [f'<g transform="translate({x},{y})">',
            f'<text x="{LEFT}" y="20" font-weight="bold">{", ".join(key)}, N = {n:,}</text>',
            f'<text x="{LEFT}" y="34" fill="#555">ns per point and iteration</text>']
    for k in figures:
        across, bottom = place(k, 10 ** low)
        text.append(f'<text x="{across:.1f}" y="{bottom + 16:.1f}" text-anchor="middle">{k}</text>')
    text.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">K</text>')
    for power in range(low, high + 1):
        left, height = place(least, 10 ** power)
        text.append(f'<line x1="{left:.1f}" x2="{WIDTH - RIGHT}" y1="{height:.1f}" y2="{height:.1f}" '
                    f'stroke="#ddd"/><text x="{left - 6:.1f}" y="{height + 4:.1f}" text-anchor="end">'
                    f'{10.0 ** power:g}</text>')
    ends = []
    for name, colour in zip(series, COLOURS):
        places = [place(k, value) for k, value in series[name]]
        if not places:
            continue
        line = " ".join(f"{a:.1f},{b:.1f}" for a, b in places)
        text.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        ends.append((places[-1][1], name, colour))
    height = 0
    for end, name, colour in sorted(ends):
        height = max(end, height + 14)
        text.append(f'<text x="{WIDTH - RIGHT + 6}" y="{height + 4:.1f}" fill="{colour}">{name}</text>')
    return "".join(text) + "</g>"
