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

    private SpanParameters()
    {
    }

    public static Function Run(Function function)
    {
        var pass = new SpanParameters();
        foreach (Parameter parameter in function.Parameters.Where(p => p.Var.Type is ArrayType { Rank: 1, Element: not ArrayType }))
            pass._spans[parameter.Var] = parameter.Var with { Type = new SpanType(parameter.Var.Type.Element(), IsReadOnly: false) };
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
        if (stmt is Declare { Value: { Type: ArrayType { Rank: 1, Element: not ArrayType } } } declare)
            _spans[declare.Var] = declare.Var with { Type = new SpanType(declare.Var.Type.Element(), IsReadOnly: false) };
        foreach (Stmt rebuilt in base.Visit(stmt))
            yield return rebuilt is Declare named && _spans.TryGetValue(named.Var, out Var? span) ? named with { Var = span } : rebuilt;
    }

    public override Expr Visit(Expr expr) => base.Visit(expr) switch
    {
        Ir.Convert { Operand.Type: SpanType from } convert when from == convert.To => convert.Operand,
        Expr visited => visited,
    };

    protected override Place VisitTarget(Place place) => place is LocalPlace ? Visit(place) : base.VisitTarget(place);
}
