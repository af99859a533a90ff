// Draws a flow from the list of its states that the page holds: layout by dagre, shapes by kind. Without this file the list says the same.
const SVG = "http://www.w3.org/2000/svg";
const READABLE = 0.66;
const LINE = 17, PAD = 7, LONGEST_GUARD = 34;
const PADDING = { asks: 34, waits: 48, claims: 72, person: 52, step: 28, missing: 28 };
const QUIET = new Set(["silence", "unclear", "late"]);

function make(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// ── what the page says ──────────────────────────────────────────────────────────────────────────

function states() {
  return [...document.querySelectorAll("[data-state]")].map((card) => ({
    name: card.dataset.state, kind: card.dataset.kind, ends: "ends" in card.dataset, tone: card.dataset.tone,
    now: Number(card.dataset.now), words: card.dataset.words, card,
  }));
}

function edges() {
  const found = new Map();
  for (const way of document.querySelectorAll(".states .way")) {
    const source = way.closest("[data-state]")?.dataset.state ?? "[*]";
    const { to, kind, label, guard } = way.dataset;
    if (to === "[*]") continue;
    const key = `${source} ${to}`;
    if (!found.has(key)) found.set(key, { source, target: to, lines: [] });
    found.get(key).lines.push({ kind, label, guard, faulty: "faulty" in way.dataset });
  }
  return [...found.values()];
}

// ── layout ──────────────────────────────────────────────────────────────────────────────────────

const pen = document.createElement("canvas").getContext("2d");
let family = "sans-serif";

function width(text, font) {
  pen.font = `${font} ${family}`;
  return pen.measureText(text).width;
}

// The lines of a label: what is said, and under it the guard.
function shown(ways) {
  return ways.flatMap((way) => {
    const said = way.label ? [{ ...way, text: way.label, font: way.kind === "reply" ? "700 12.5px" : "500 12.5px" }] : [];
    if (!way.guard) return said;
    const short = way.guard.length > LONGEST_GUARD ? `${way.guard.slice(0, LONGEST_GUARD - 1)}…` : way.guard;
    return [...said, { ...way, kind: "guard", text: `[${short}]`, full: way.guard, font: "500 11.5px" }];
  });
}

function layout(nodes, ways) {
  const graph = new window.dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 24, ranksep: 48, edgesep: 12, marginx: 14, marginy: 14 });
  graph.setNode("[*]", { width: 18, height: 18 });
  for (const node of nodes) graph.setNode(node.name, { width: width(node.name, "600 14px") + PADDING[node.kind], height: 40 });
  for (const way of ways) {
    const lines = shown(way.lines);
    const size = lines.length ? { width: Math.max(...lines.map((one) => width(one.text, one.font))) + 2 * PAD + 2, height: lines.length * LINE + PAD } : { width: 0, height: 0 };
    graph.setEdge(way.source, way.target, { ...size, labelpos: "c", way, lines }, "way");
  }
  window.dagre.layout(graph);
  return graph;
}

// ── shapes ──────────────────────────────────────────────────────────────────────────────────────

function outline(kind, w, h, inset = 0) {
  const [l, t, r, b] = [-w / 2 + inset, -h / 2 + inset, w / 2 - inset, h / 2 - inset];
  const points = (list) => make("polygon", { points: list.map((p) => p.join(",")).join(" ") });
  if (kind === "asks") return make("rect", { x: l, y: t, width: r - l, height: b - t, rx: (b - t) / 2 });
  if (kind === "waits") return points([[l + 14, t], [r - 14, t], [r, 0], [r - 14, b], [l + 14, b], [l, 0]]);
  if (kind === "claims") return points([[0, t - 8], [r, 0], [0, b + 8], [l, 0]]);
  if (kind === "person") return points([[l + 12, t], [r, t], [r - 12, b], [l, b]]);
  return make("rect", { x: l, y: t, width: r - l, height: b - t, rx: 3 });
}

function drawn(node, place, words) {
  const said = [node.name, node.words, node.now ? words.open.replace("{n}", node.now) : "", node.ends ? words.end : ""].filter(Boolean).join(", ");
  const group = make("g", {
    class: `node node-${node.kind}${node.tone ? ` tone-${node.tone}` : ""}`, transform: `translate(${place.x} ${place.y})`,
    tabindex: "0", role: "button", "aria-label": said, "aria-pressed": "false", "data-node": node.name,
  });
  const shape = outline(node.kind, place.width, place.height);
  shape.setAttribute("class", "shape");
  group.append(shape);
  if (node.ends) {
    const inner = outline(node.kind, place.width, place.height, 4);
    inner.setAttribute("class", "shape inner");
    group.append(inner);
  }
  group.append(make("text", { class: "name", "text-anchor": "middle", dy: "0.34em" }, node.name));
  if (node.now) {
    const size = Math.max(20, width(String(node.now), "600 12px") + 12);
    const at = `translate(${place.width / 2 - 6} ${-place.height / 2})`;
    group.append(make("g", { class: "now", transform: at }, make("rect", { x: -size / 2, y: -10, width: size, height: 20, rx: 10 }), make("text", { "text-anchor": "middle", dy: "0.34em" }, String(node.now))));
  }
  return group;
}

function curve(points) {
  if (points.length < 3) return `M${points.map((p) => `${p.x},${p.y}`).join("L")}`;
  let path = `M${points[0].x},${points[0].y}`;
  for (let i = 1; i < points.length - 2; i += 1) {
    const middle = { x: (points[i].x + points[i + 1].x) / 2, y: (points[i].y + points[i + 1].y) / 2 };
    path += `Q${points[i].x},${points[i].y} ${middle.x},${middle.y}`;
  }
  const [near, last] = points.slice(-2);
  return `${path}Q${near.x},${near.y} ${last.x},${last.y}`;
}

// Out of the right side, through the label, and back.
function loop(edge, node) {
  const right = node.x + node.width / 2, left = edge.x - edge.width / 2, y = node.y;
  edge.y = y;
  return `M${right - 3},${y - 9}Q${(right + left) / 2},${y - 18} ${left},${y - 5}M${left},${y + 5}Q${(right + left) / 2},${y + 18} ${right - 3},${y + 9}`;
}

function line(edge, graph) {
  const { way } = edge;
  const path = way.source === way.target ? loop(edge, graph.node(way.source)) : curve(edge.points);
  const faulty = way.lines.some((one) => one.faulty);
  const quiet = way.lines.every((one) => QUIET.has(one.kind));
  return make("path", {
    class: `edge${faulty ? " edge-faulty" : quiet ? " edge-quiet" : ""}`, d: path, "data-from": way.source, "data-to": way.target,
    "marker-end": faulty ? "url(#arrow-faulty)" : "url(#arrow)",
  });
}

function label(edge) {
  const group = make("g", { class: "edge-label", transform: `translate(${edge.x} ${edge.y})`, "data-from": edge.way.source, "data-to": edge.way.target });
  group.append(make("rect", { x: -edge.width / 2, y: -edge.height / 2, width: edge.width, height: edge.height, rx: 6 }));
  edge.lines.forEach((one, i) => {
    const y = -edge.height / 2 + PAD / 2 + LINE * (i + 0.5);
    const text = make("text", { class: `says-${one.kind}${one.faulty ? " says-faulty" : ""}`, "text-anchor": "middle", y, dy: "0.34em" }, one.text);
    if (one.full) text.append(make("title", {}, one.full));
    group.append(text);
  });
  return group;
}

function arrow(id) {
  return make("marker", { id, viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 8, markerHeight: 8, orient: "auto-start-reverse" }, make("path", { d: "M0,1 L9,5 L0,9 z" }));
}

// ── pan and zoom ────────────────────────────────────────────────────────────────────────────────

class View {
  constructor(svg, size, start) {
    [this.svg, this.size] = [svg, size];
    this.pointers = new Map();
    this.fit(start);
    svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    svg.addEventListener("pointerdown", (event) => this.down(event));
    svg.addEventListener("pointermove", (event) => this.moved(event));
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) svg.addEventListener(name, (event) => this.pointers.delete(event.pointerId));
    new ResizeObserver(() => this.show()).observe(svg);
  }

  get box() { return this.svg.getBoundingClientRect(); }

  // All of it; at first, where that would be too small to read, its beginning.
  fit(start) {
    const { width: w, height: h } = this.box;
    const whole = Math.min(w / this.size.width, h / this.size.height, 1.15);
    this.scale = start ? Math.max(whole, READABLE) : whole;
    const [wide, high] = [w / this.scale, h / this.scale];
    const centred = (this.size.width - wide) / 2;
    this.x = start && wide < this.size.width ? Math.min(Math.max(start.x - wide / 2, 0), this.size.width - wide) : centred;
    this.y = high > this.size.height ? (this.size.height - high) / 2 : 0;
    this.show();
  }

  show() {
    const { width: w, height: h } = this.box;
    if (w) this.svg.setAttribute("viewBox", `${this.x} ${this.y} ${w / this.scale} ${h / this.scale}`);
  }

  zoom(by, at) {
    const box = this.box;
    const [px, py] = at ? [at.x - box.left, at.y - box.top] : [box.width / 2, box.height / 2];
    const scale = Math.min(3, Math.max(0.15, this.scale * by));
    this.x += px / this.scale - px / scale;
    this.y += py / this.scale - py / scale;
    this.scale = scale;
    this.show();
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 300), { x: event.clientX, y: event.clientY });
  }

  down(event) {
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.dragged = 0;
  }

  moved(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const others = [...this.pointers.entries()].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    if (others.length === 1) {
      const far = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
      this.zoom(far(now, others[0]) / far(before, others[0]), { x: (now.x + others[0].x) / 2, y: (now.y + others[0].y) / 2 });
    } else {
      this.x -= (now.x - before.x) / this.scale;
      this.y -= (now.y - before.y) / this.scale;
      this.show();
    }
    this.dragged += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    this.pointers.set(event.pointerId, now);
  }

  reveal(place) {
    const { width: w, height: h } = this.box;
    const [left, top, right, bottom] = [this.x, this.y, this.x + w / this.scale, this.y + h / this.scale];
    const inside = place.x - place.width / 2 > left && place.x + place.width / 2 < right && place.y - 24 > top && place.y + 24 < bottom;
    if (inside) return;
    this.x = place.x - w / this.scale / 2;
    this.y = place.y - h / this.scale / 2;
    this.show();
  }
}

// ── choosing a state ────────────────────────────────────────────────────────────────────────────

function choose(name, drawing) {
  const card = document.getElementById(`state-${name}`);
  if (!card || !drawing.graph.node(name)) return;
  for (const node of drawing.svg.querySelectorAll("[data-node]")) node.setAttribute("aria-pressed", String(node.dataset.node === name));
  for (const edge of drawing.svg.querySelectorAll("[data-from]")) edge.classList.toggle("chosen", edge.dataset.from === name || edge.dataset.to === name);
  drawing.svg.classList.add("has-chosen");
  const copy = card.cloneNode(true);
  copy.removeAttribute("id");
  for (const key of ["state", "kind"]) copy.removeAttribute(`data-${key}`);
  document.getElementById("detail").replaceChildren(...copy.childNodes);
  document.getElementById("graph").classList.add("has-detail");
  drawing.view.reveal(drawing.graph.node(name));
}

function listen(drawing) {
  const { svg, view } = drawing;
  svg.addEventListener("click", (event) => {
    const node = event.target.closest?.("[data-node]");
    if (view.dragged >= 8) return;
    if (node) choose(node.dataset.node, drawing);
    else svg.classList.remove("has-chosen");
  });
  svg.addEventListener("keydown", (event) => {
    const node = event.target.closest?.("[data-node]");
    if (!node || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    choose(node.dataset.node, drawing);
  });
  svg.addEventListener("focusin", (event) => {
    const node = event.target.closest?.("[data-node]");
    if (node?.matches(":focus-visible")) view.reveal(drawing.graph.node(node.dataset.node));
  });
  document.getElementById("detail").addEventListener("click", (event) => {
    const link = event.target.closest("[data-goes]");
    if (!link) return;
    event.preventDefault();
    choose(link.dataset.goes, drawing);
    svg.querySelector(`[data-node="${CSS.escape(link.dataset.goes)}"]`)?.focus({ preventScroll: true });
  });
  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => (button.dataset.zoom === "fit" ? view.fit() : view.zoom(button.dataset.zoom === "in" ? 1.3 : 1 / 1.3)));
  }
}

function draw(place) {
  family = getComputedStyle(document.body).fontFamily;
  const nodes = states();
  const graph = layout(nodes, edges());
  const { width: w, height: h } = graph.graph();
  const svg = make("svg", { class: "flow", role: "group", tabindex: "-1", "aria-label": document.querySelector("h1").textContent.trim() });
  svg.append(make("defs", {}, arrow("arrow"), arrow("arrow-faulty")));
  const found = graph.edges().map((id) => graph.edge(id));
  svg.append(...found.map((edge) => line(edge, graph)), ...found.filter((edge) => edge.lines.length).map(label));
  const begin = graph.node("[*]");
  svg.append(make("circle", { class: "begin", cx: begin.x, cy: begin.y, r: 8 }));
  const words = { open: place.dataset.open, end: place.dataset.end };
  svg.append(...nodes.map((node) => drawn(node, graph.node(node.name), words)));
  place.hidden = false;
  document.getElementById("canvas").replaceChildren(svg);
  const drawing = { svg, graph, view: new View(svg, { width: w, height: h }, begin) };
  listen(drawing);
  if (location.hash.startsWith("#state-")) choose(decodeURIComponent(location.hash.slice(7)), drawing);
}

const place = document.getElementById("graph");
if (place) {
  try {
    draw(place);
  } catch (error) {
    const said = document.createElement("p");
    said.className = "notice bad";
    said.textContent = place.dataset.failed;
    place.replaceWith(said);
    console.error(error);
  }
}

// What belongs to a fate shows when it is chosen.
const fates = document.querySelector(".fates");
function more() {
  const chosen = fates.querySelector("[name=fate]:checked")?.value;
  for (const part of fates.querySelectorAll("[data-fate]")) part.hidden = part.dataset.fate !== chosen;
}
if (fates) {
  fates.addEventListener("change", more);
  more();
}
