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
/// </code></example>
internal sealed class Coalesce
{
    private readonly Dictionary<Var, int> _reads;
    private readonly Dictionary<Var, Var> _into = [];

    private Coalesce(Function function) => _reads = function.Body.All()
        .SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()).GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());

    public static Function Run(Function function) =>
        function with { Body = new Coalesce(function).Block(function.Body).ToEquatableArray() };

    private List<Stmt> Block(EquatableArray<Stmt> block)
    {
        var done = new List<Stmt>();

        // Backwards, so that a chain of hand-overs folds into its last variable.
        for (int i = block.Count - 1; i >= 0; i--)
        {
            switch (block[i])
            {
                case Assign { Target: LocalPlace target, Value: Read { Place: LocalPlace { Var: var source } } } handOver
                    when source.Role != VarRole.Parameter && _reads[source] == 1 && IsOwn(block, i, source, target.Var):
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
            foreach (Stmt stmt in new[] { block[i] }.All())
            {
                if (stmt.Writes().Contains(target) || stmt.Expressions().SelectMany(e => e.Reads()).Contains(target))
                    return false;
            }
        }

        return false;
    }
}
