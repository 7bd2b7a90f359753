import { type Ballot, costOfNothing, costOfRank, notWished } from "./ballot.ts";
import { type Graph, graphOf } from "./graph.ts";
import type { Transport } from "./transport.ts";

/** What everybody may have in one slot; "nothing" comes first, then what costs least. */
export interface Options {
  graph: Graph;
  transport: Transport;
}

export function optionsOf(ballot: Ballot, slot: number, worstRank: number): Options {
  const graph = graphOf(ballot, slot);
  const own = ballot.sessionsIn[slot]!;
  const [start, end] = [new Int32Array(ballot.people.length), new Int32Array(ballot.people.length)];
  const node: number[] = [];
  const cost: number[] = [];
  for (const [person, requests] of ballot.requests.entries()) {
    start[person] = node.length;
    const request = requests[slot];
    if (request) {
      const entries = graph.entries[graph.classOf[person]!]!;
      const add = (session: number, rank: number) => {
        const at = entries[session - own[0]!]!;
        if (graph.room[at]! < 0) return;
        node.push(at);
        cost.push(costOfRank(rank));
      };
      node.push(graph.nothing);
      cost.push(costOfNothing);
      const { wishes, anything, closed } = request;
      for (const { session, rank } of wishes) if (rank <= worstRank) add(session, rank);
      if (anything && worstRank >= notWished) {
        for (const session of own) {
          if (!closed.has(session) && !wishes.some((wish) => wish.session === session))
            add(session, notWished);
        }
      }
    }
    end[person] = node.length;
  }
  const most = ballot.people.length;
  const transport = {
    ...{ start, end, node: Int32Array.from(node), cost: Int32Array.from(cost) },
    room: Int32Array.from(graph.room, (room) => Math.min(most, Math.max(0, room))),
    linkTo: Int32Array.from(graph.linkTo),
  };
  return { graph, transport };
}
