// A map with many links is moved as a picture while it is dragged, and drawn anew where needed:
// to draw 1,500 curved links takes longer than a frame lasts.
const AHEAD = 120;

export function panAsPicture(network, place, heavy) {
  const picture = document.createElement("canvas");
  picture.className = "moved";
  picture.setAttribute("aria-hidden", "true");
  let from = null;

  function take() {
    const canvas = place.querySelector("canvas");
    picture.width = canvas.width;
    picture.height = canvas.height;
    picture.style.width = `${canvas.clientWidth}px`;
    picture.style.height = `${canvas.clientHeight}px`;
    picture.style.transform = "none";
    picture.getContext("2d").drawImage(canvas, 0, 0);
    from = { ...network.body.view.translation };
  }

  function draw() {
    network.renderer.allowRedraw = true;
    network.redraw();
  }

  network.on("dragStart", ({ nodes }) => {
    if (nodes.length || !heavy()) return;
    take();
    place.append(picture);
    place.querySelector("canvas").style.visibility = "hidden";
    network.renderer.allowRedraw = false;
  });
  network.on("dragging", () => {
    if (!from) return;
    const { x, y } = network.body.view.translation;
    if (Math.abs(x - from.x) > AHEAD || Math.abs(y - from.y) > AHEAD) {
      draw();
      network.renderer.allowRedraw = false;
      take();
    } else picture.style.transform = `translate(${x - from.x}px, ${y - from.y}px)`;
  });
  network.on("dragEnd", () => {
    if (!from) return;
    from = null;
    draw();
    place.querySelector("canvas").style.visibility = "";
    picture.remove();
  });
}
