import type { Ballot } from "./ballot.ts";

/**
 * The nodes of one slot: each session's common pool, then "nothing", then seats kept for an organisation, which stand
 * before the pool of their session: who finds them taken goes on to the pool.
 */
export interface Graph {
  /** Session of each node; −1 of "nothing". */
  sessionOf: number[];
  room: number[];
  /** The pool behind kept seats; −1 elsewhere. */
  linkTo: number[];
  /** Kept seats before each pool. */
  linksInto: number[][];
  nothing: number;
  /** By class of people and session within the slot: the node at which they come in. */
  entries: number[][];
  /** People of organisations for which nothing is kept are class 0. */
  classOf: number[];
}

export function graphOf({ people, sessions, sessionsIn }: Ballot, slot: number): Graph {
  const own = sessionsIn[slot]!;
  const pools = own.map((_, index) => index);
  const graph: Graph = {
    ...{ sessionOf: [], room: [], linkTo: [], linksInto: [], classOf: [] },
    nothing: own.length,
    entries: [pools],
  };
  for (const one of own) addNode(graph, { session: one, room: poolOf(sessions[one]!), linkTo: -1 });
  addNode(graph, { session: -1, room: Number.POSITIVE_INFINITY, linkTo: -1 });
  const classes = new Map<string, number>();
  for (const [pool, session] of own.entries()) {
    const { capacity, guarantees } = sessions[session]!;
    for (const [organisation, room] of Object.entries(guarantees)) {
      if (room <= 0 || capacity === null || graph.room[pool]! < 0) continue;
      const number = classes.get(organisation) ?? graph.entries.length;
      classes.set(organisation, number);
      graph.entries[number] ??= [...pools];
      graph.entries[number][pool] = addNode(graph, { session, room, linkTo: pool });
    }
  }
  graph.classOf = people.map(({ organisation }) => (organisation ? (classes.get(organisation) ?? 0) : 0));
  return graph;
}

function addNode(graph: Graph, { session, room, linkTo }: { session: number; room: number; linkTo: number }) {
  const node = graph.sessionOf.length;
  graph.sessionOf.push(session);
  graph.room.push(room);
  graph.linkTo.push(linkTo);
  graph.linksInto.push([]);
  if (linkTo >= 0) graph.linksInto[linkTo]!.push(node);
  return node;
}

/** Seats that are kept for nobody; below zero where more is kept than there is, and then nobody can sit there. */
function poolOf({ capacity, guarantees }: Ballot["sessions"][number]): number {
  if (capacity === null) return Number.POSITIVE_INFINITY;
  return capacity - Object.values(guarantees).reduce((sum, seats) => sum + Math.max(0, seats), 0);
}
