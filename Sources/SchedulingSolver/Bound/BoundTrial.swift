
package import Scheduling
import Glibc
package enum BoundTrial {
  static func cpu() -> Double { var u = rusage(); getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &u); return Double(u.ru_utime.tv_sec) + Double(u.ru_utime.tv_usec) / 1e6 }
  package static func run(_ problem: RotaProblem, incumbent: Int?, seconds: Int) async {
    let answer = await RotaSolver.solve(problem, options: SolverOptions(timeLimit: .seconds(5)))
    let began = cpu()
    let model = BoundModel(problem)
    print("lns", answer.cost ?? -1, "model", model.unit, model.costStep, model.isMetric, "pieces", model.pieces.count, "nodes", model.pieces.map(\.nodes.count).max() ?? 0, "rows", model.rows.lower.count, cpu() - began)
    let bound = RotaBound(model)
    bound.incumbent = min(incumbent ?? .max, answer.cost ?? .max)
    bound.add(model.routes(of: answer))
    while cpu() - began < Double(seconds) && !bound.isFinished {
      bound.round { true }
      print(cpu() - began, "round", bound.rounds, "lp", bound.programCost, bound.lpTime, "bound", bound.bound, bound.effort, "open", bound.open.count, "done", bound.branchesDone, "cols", bound.columns.count)
    }
    print("finished", bound.isFinished, bound.bound, Double((bound.incumbent ?? 0) - bound.bound) / Double(bound.incumbent ?? 1))
  }
}
