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
        return base.Visit(stmt).Select(rebuilt => rebuilt switch
        {
            Declare declare when _spans.TryGetValue(declare.Var, out Var? span) => declare with { Var = span },
            Let let when _spans.TryGetValue(let.Var, out Var? span) => let with { Var = span },
            _ => rebuilt,
        });
    }

    public override Expr Visit(Expr expr) => base.Visit(expr) switch
    {
        Ir.Convert { Operand.Type: SpanType from } convert when from == convert.To => convert.Operand,
        Expr visited => visited,
    };

    private static bool IsVector(IrType type) => type is ArrayType { Rank: 1, Element: not ArrayType };

    private static Var Span(Var array) => array with { Type = new SpanType(array.Type.Element(), IsReadOnly: false) };

    protected override Place VisitTarget(Place place) => place is LocalPlace ? Visit(place) : base.VisitTarget(place);
}
