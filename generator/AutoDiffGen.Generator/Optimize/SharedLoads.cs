using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Loads an element once: where it was loaded, or a named value stored into it, and nothing has been stored into its array since, the name
/// is used again. The compiler does not see that adjoints are stored elsewhere.
/// </summary>
/// <example><code>
/// x = a[i];                    x = a[i];
/// db[i] += x;            →     db[i] += x;
/// y = a[i];                    y = x;
/// </code></example>
internal sealed class SharedLoads
{
    private readonly Mutation _mutation;
    private readonly Dictionary<Var, Expr> _positions;

    private SharedLoads(Function function)
    {
        _mutation = Mutation.Of(function);
        _positions = function.Body.All().OfType<Let>().Where(l => l.Var.Type is InertType && _mutation.IsStable(l.Value)).ToDictionary(l => l.Var, l => l.Value);
    }

    public static Function Run(Function function) =>
        function with { Body = new SharedLoads(function).Block(function.Body, []) };

    /// <param name="before">The names of elements that are loaded.</param>
    private EquatableArray<Stmt> Block(EquatableArray<Stmt> block, IEnumerable<KeyValuePair<Read, Var>> before)
    {
        var known = new LoadedElements(before, _mutation);
        var done = new List<Stmt>();
        foreach (Stmt stmt in block)
        {
            if (stmt is Let { Value: Read { Place: ElementPlace element } } load && Key(element) is { } key)
            {
                if (known.Find(key) is { } name)
                {
                    done.Add(load with { Value = name.Read });
                    continue;
                }

                known.Add(key, load.Var);
            }

            // A branch sees what was known before it, a loop's round what the loop leaves.
            Stmt rebuilt = stmt is If branch ? branch with { Then = Block(branch.Then, known.All), Else = Block(branch.Else, known.All) } : stmt;
            known.Forget(stmt);
            done.Add(rebuilt switch
            {
                While loop => loop with { Body = Block(loop.Body, known.All) },
                For loop => loop with { Body = Block(loop.Body, known.All) },
                _ => rebuilt,
            });
            if (stmt is Assign { Target: ElementPlace target, Value: Read { Place: LocalPlace { Var: var stored } } } && !_mutation.IsMutable(stored) && Key(target) is { } at)
                known.Add(at, stored);
        }

        return done.ToEquatableArray();
    }

    /// <summary>The element by what its indices are computed from: each use computes them anew; null for one that holds elements itself.</summary>
    private Read? Key(ElementPlace element) =>
        element.Type.IsStorage() || element.Array is not LocalPlace ? null : new Read(element with { Indices = element.Indices.Select(i => Computed(i, 0)).ToEquatableArray() });

    private Expr Computed(Expr position, int depth) => position switch
    {
        Read { Place: LocalPlace local } when depth < 4 && _positions.TryGetValue(local.Var, out Expr? value) => Computed(value, depth + 1),
        Binary binary => binary with { Left = Computed(binary.Left, depth + 1), Right = Computed(binary.Right, depth + 1) },
        _ => position,
    };
}
