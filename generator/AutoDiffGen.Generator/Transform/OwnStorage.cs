using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Makes spans of the variables that refer to arrays the method creates: the derivative takes them from memory of its own and allocates nothing.
/// </summary>
/// <example><code>
/// double[] t = new double[n];  double[] u = t;        →        Span&lt;double&gt; t = new double[n];  Span&lt;double&gt; u = t;
/// </code></example>
internal sealed class OwnStorage : Rewriter
{
    private readonly Dictionary<Var, Var> _retyped = [];

    private OwnStorage()
    {
    }

    public static Function Run(Function function)
    {
        Storages storages = Storages.Of(function);
        var parameters = new HashSet<Var>(function.Parameters.Select(p => p.Var));
        Allocate[] created = function.Body.All().OfType<Allocate>().ToArray();
        IEnumerable<Var> found = function.Body.All().OfType<Let>().Where(l => l.Var.Type.IsStorage() && l.Value.Tree().Any(e => e is Taken)).Select(l => l.Var);
        var own = new HashSet<Var>(created.Select(a => a.Var).Concat(found).Select(storages.Of));
        var pass = new OwnStorage();
        // Arrays of arrays are the caller's, those created being numbers by now; their rows may be created.
        foreach (Var variable in function.Body.All().SelectMany(s => s.Writes()).Where(v => v.Type is ArrayType { Element: not ArrayType } && own.Contains(storages.Of(v))).Distinct())
        {
            if (variable.Type is ArrayType { Rank: > 1 } && function.Parameters.Any(p => storages.Of(p.Var) == storages.Of(variable)))
                throw new UnsupportedException(variable, "which refers to a matrix of the caller's or to one created here", created.FirstOrDefault(a => storages.Of(a.Var) == storages.Of(variable))?.Origin);
            pass._retyped[variable] = variable with
            {
                Type = OwnType(variable.Type),
            };
        }

        return function with { Body = pass.Block(function.Body) };
    }

    private static IrType OwnType(IrType type) => type is ArrayType { Rank: 1 } array ? new SpanType(array.Element, IsReadOnly: false) : new GridType(type.Element());

    public override Place Visit(Place place) => place is LocalPlace local && _retyped.TryGetValue(local.Var, out Var? own) ? new LocalPlace(own) : base.Visit(place);

    public override Expr Visit(Expr expr) => base.Visit(expr) switch
    {
        Taken taken => new Taken(taken.Handle, taken.Arrays.Select(Own).ToEquatableArray(), taken.Arrays.IsEmpty ? OwnType(taken.Type) : Own(taken.Arrays[0]).Type),
        // Nothing is left to convert.
        Ir.Convert { Operand.Type: SpanType, To: SpanType } convert when convert.Operand.Type == convert.To => convert.Operand,
        Expr visited => visited,
    };

    public override IEnumerable<Stmt> Visit(Stmt stmt) => base.Visit(stmt).Select(s => s switch
    {
        Let let => let with { Var = Own(let.Var) },
        Declare declare => declare with { Var = Own(declare.Var) },
        Allocate allocate => allocate with { Var = Own(allocate.Var) },
        _ => s,
    });

    protected override Place VisitTarget(Place place) => place is LocalPlace ? Visit(place) : base.VisitTarget(place);

    private Var Own(Var variable) => _retyped.TryGetValue(variable, out Var? own) ? own : variable;
}
