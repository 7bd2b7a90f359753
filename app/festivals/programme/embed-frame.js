// @ts-check
/** Tells the page around the frame how high it is, whenever that changes; nothing else leaves it. */
const content = document.getElementById("embedded");
if (content && parent !== window) {
  new ResizeObserver(() => {
    parent.postMessage(
      { percolate: "height", height: Math.ceil(content.getBoundingClientRect().height) },
      "*",
    );
  }).observe(content);
}
