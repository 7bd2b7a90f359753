export const turn = {
  openFloor: "Open floor: whoever wants to speaks",
  openFloorTitle: "Open floor",
};
