using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Folds a variable whose only use is to be handed to a joined variable into that one, so that nested branches end
/// with the branch itself and can be reversed on the spot.
/// </summary>
/// <example><code>
/// if (c) { y = x * x; r = y; }        →        if (c) { r = x * x; }
/// if (c) { double s; if (b) s = 1; else s = 2; r = s; }        →        if (c) { if (b) r = 1; else r = 2; }
/// while (b) { y = x * x; r = y; }                              →        while (b) { r = x * x; }, once both sweeps are there
/// </code></example>
internal sealed class Coalesce
{
    private readonly Dictionary<Var, int> _reads;
    private readonly Dictionary<Var, Var> _into = [];

    private readonly bool _intoCarried;

    private Coalesce(Function function, bool intoCarried) => (_intoCarried, _reads) = (intoCarried, function.Body.All()
        .SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()).GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count()));

    /// <param name="intoCarried">
    /// Also into what a loop hands from round to round. Before the reverse sweep is made, each round's value needs a name of its own.
    /// </param>
    public static Function Run(Function function, bool intoCarried) =>
        function with { Body = new Coalesce(function, intoCarried).Block(function.Body).ToEquatableArray() };

    private List<Stmt> Block(EquatableArray<Stmt> block, bool isRound = false)
    {
        var done = new List<Stmt>();

        // Backwards, so that a chain of hand-overs folds into its last variable.
        for (int i = block.Count - 1; i >= 0; i--)
        {
            switch (block[i])
            {
                case Assign { Target: LocalPlace target, Value: Read { Place: LocalPlace { Var: var source } } } handOver
                    when (_intoCarried || !isRound) && source.Role != VarRole.Parameter && _reads[source] == 1 && IsOwn(block, i, source, target.Var) && IsOwn(block, i, source, Final(target.Var)):
                    _into[source] = Final(target.Var);
                    break;
                case Assign { Target: LocalPlace target } assign when _into.ContainsKey(target.Var):
                    done.Add(assign with { Target = new LocalPlace(Final(target.Var)) });
                    break;
                case Let let when _into.ContainsKey(let.Var):
                    done.Add(new Assign(new LocalPlace(Final(let.Var)), let.Value, let.Origin));
                    break;
                case Declare { Value: null } declare when _into.ContainsKey(declare.Var):
                    break;
                case If branch:
                    // The arms see what was decided after them.
                    done.Add(branch with { Then = Block(branch.Then).ToEquatableArray(), Else = Block(branch.Else).ToEquatableArray() });
                    break;
                case While loop:
                    done.Add(loop with { Body = Block(loop.Body, isRound: true).ToEquatableArray() });
                    break;
                case For loop:
                    done.Add(loop with { Body = Block(loop.Body, isRound: true).ToEquatableArray() });
                    break;
                default:
                    done.Add(block[i]);
                    break;
            }
        }

        done.Reverse();
        return done;
    }

    private Var Final(Var variable) => _into.TryGetValue(variable, out Var? into) ? Final(into) : variable;

    /// <summary>
    /// Whether the block itself makes the variable, by a name for a value or by a declaration that branches assign, and nothing
    /// between there and the hand-over looks at the one it is handed to.
    /// </summary>
    private static bool IsOwn(EquatableArray<Stmt> block, int handOver, Var source, Var target)
    {
        for (int i = handOver - 1; i >= 0; i--)
        {
            if (block[i] is Let let && let.Var == source)
                return true;
            if (block[i] is Declare { Value: null } declare && declare.Var == source)
                return true;
            // A branch that chooses the value may look at the other one before it does.
            if (block[i] is If branch && LooksBefore(branch, source, target))
                continue;
            foreach (Stmt stmt in new[] { block[i] }.All())
            {
                if (stmt.Writes().Contains(target) || stmt.Expressions().SelectMany(e => e.Reads()).Contains(target))
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether the branch gives the one its value on every path and looks at the other, which it leaves alone, only before.</summary>
    private static bool LooksBefore(If branch, Var source, Var target) => Arm(branch.Then, source, target) && Arm(branch.Else, source, target);

    private static bool Arm(EquatableArray<Stmt> arm, Var source, Var target)
    {
        int chosen = arm.ToList().FindIndex(s => new[] { s }.All().Any(i => i.Writes().Contains(source)));
        return chosen >= 0 && !arm.All().Any(s => s.Writes().Contains(target))
            && (arm[chosen] is Assign || (arm[chosen] is If inner && LooksBefore(inner, source, target)))
            && !arm.Skip(chosen + 1).All().SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()).Contains(target);
    }
}
