using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>Makes spans of array parameters, for functions that are also called with arrays the derivative has in its own memory.</summary>
/// <example><code>
/// double F(double[] a) { … }        →        double F(Span&lt;double&gt; a) { … }
/// </code></example>
internal sealed class SpanParameters : Rewriter
{
    private readonly Dictionary<Var, Var> _spans = [];

    /// <summary>What variables of arrays refer to, those that are given it once and for all.</summary>
    private readonly Dictionary<Var, Expr> _names = [];

    private SpanParameters(Function function)
    {
        var assigned = new HashSet<Var>(function.Body.All().OfType<Assign>().Select(a => a.Target).OfType<LocalPlace>().Select(l => l.Var));
        foreach (Stmt stmt in function.Body.All())
        {
            (Var? variable, Expr? value) = stmt switch
            {
                Declare declare => (declare.Var, declare.Value),
                Let let => (let.Var, let.Value),
                _ => (null, null),
            };
            if (variable is not null && value is not null && IsVector(variable.Type) && !assigned.Contains(variable))
                _names[variable] = value;
        }
    }

    public static Function Run(Function function)
    {
        var pass = new SpanParameters(function);
        foreach (Parameter parameter in function.Parameters.Where(p => IsVector(p.Var.Type)))
            pass._spans[parameter.Var] = Span(parameter.Var);
        return function with
        {
            Parameters = function.Parameters.Select(p => pass._spans.TryGetValue(p.Var, out Var? span) ? p with { Var = span } : p).ToEquatableArray(),
            Body = pass.Block(function.Body),
        };
    }

    public override Place Visit(Place place) => place is LocalPlace local && _spans.TryGetValue(local.Var, out Var? span) ? new LocalPlace(span) : base.Visit(place);

    /// <summary>Variables that are made to refer to a parameter's elements become spans as well.</summary>
    public override IEnumerable<Stmt> Visit(Stmt stmt)
    {
        if (stmt is Declare { Var: var variable } && IsVector(variable.Type))
            _spans[variable] = Span(variable);
        if (stmt is Let { Var: var name } && IsVector(name.Type))
            _spans[name] = Span(name);
        if (stmt is Effect { Call: { Function.Name: "ThrowIfNull" } call } guard && IsVector(call.Arguments[0].Type))
            stmt = guard with { Call = call with { Arguments = [Named(call.Arguments[0]), .. call.Arguments.Skip(1)] } };
        return base.Visit(stmt).Select(rebuilt => rebuilt switch
        {
            Declare declare when _spans.TryGetValue(declare.Var, out Var? span) => declare with { Var = span },
            Let let when _spans.TryGetValue(let.Var, out Var? span) => let with { Var = span },
            _ => rebuilt,
        });
    }

    // A span is not null: whether the array is must be asked of what it is a name for.
    public override Expr Visit(Expr expr) => base.Visit(NullTests.Is(expr) ? NullTests.Of(Named(((Binary)expr).Left)) : expr) switch
    {
        Ir.Convert { Operand.Type: SpanType from } convert when from == convert.To => convert.Operand,
        Expr visited => visited,
    };

    private Expr Named(Expr array) => array is Read { Place: LocalPlace { Var: var name } } && _names.TryGetValue(name, out Expr? value) ? Named(value) : array;

    private static bool IsVector(IrType type) => type is ArrayType { Rank: 1, Element: not ArrayType };

    private static Var Span(Var array) => array with { Type = new SpanType(array.Type.Element(), IsReadOnly: false) };

    protected override Place VisitTarget(Place place) => place is LocalPlace ? Visit(place) : base.VisitTarget(place);
}
