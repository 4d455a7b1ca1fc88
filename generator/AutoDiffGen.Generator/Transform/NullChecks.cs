using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Decides comparisons of arrays with <c>null</c>: the caller's may be null, those that the method creates are not, and are no objects in
/// the derivative.
/// </summary>
/// <example><code>
/// b = a;  c = new double[n];  if (b == null) …  if (c == null) …        →        if (a == null) …  if (false) …
/// </code></example>
internal sealed class NullChecks : Rewriter
{
    private readonly Dictionary<Var, Stmt> _definitions = [];
    private Origin? _at;

    private NullChecks(Function function)
    {
        foreach (Stmt stmt in function.Body.All().Where(s => s is Let or Allocate))
            _definitions[stmt.Writes().First()] = stmt;
    }

    /// <param name="function">Every reference has one definition.</param>
    public static Function Run(Function function) =>
        function.Body.All().Any(s => s is Effect) || NullTests.AreIn(function.Body) ? function with { Body = new NullChecks(function).Block(function.Body) } : function;

    public override IEnumerable<Stmt> Visit(Stmt stmt)
    {
        _at = stmt.Origin ?? _at;
        if (stmt is not Effect { Call: { Function.Name: "ThrowIfNull" } call } guard || !call.Arguments[0].Type.IsStorage())
            return base.Visit(stmt);
        return IsNull(call.Arguments[0]) switch
        {
            InertConst { Text: "false" } => [],
            Binary { Left: Read { Place: LocalPlace or StaticPlace } given } => [guard with { Call = call with { Arguments = [given, .. call.Arguments.Skip(1)] } }],
            Expr isNull => [new If(isNull, [new Throw(new Construct([call.Arguments[call.Arguments.Count - 1]], new InertType("global::System.ArgumentNullException")), guard.Origin)], [], guard.Origin)],
        };
    }

    public override Expr Visit(Expr expr) => NullTests.Is(expr) ? IsNull(((Binary)expr).Left) : base.Visit(expr);

    private Expr IsNull(Expr array)
    {
        switch (array)
        {
            case Read { Place: LocalPlace { Var: { Type: ArrayType } variable } }:
                return !_definitions.TryGetValue(variable, out Stmt? definition) ? NullTests.Of(array) : definition is Let let ? IsNull(let.Value) : False;
            case Read { Place: StaticPlace }:
                return NullTests.Of(array);
            case Taken:
                return False;
            case InertConst:
                return True;
            case Conditional choice:
                (Expr whenTrue, Expr whenFalse) = (IsNull(choice.WhenTrue), IsNull(choice.WhenFalse));
                return whenTrue.Equals(whenFalse) ? whenTrue : new Conditional(choice.Condition, whenTrue, whenFalse);
            case Read { Place: LocalPlace { Var.Type: SpanType } }:
                throw new UnsupportedException("A comparison with null of an array that is passed to a method that calls itself", _at);
            default:
                throw new UnsupportedException("A comparison of such an array with null", _at);
        }
    }

    private static InertConst False { get; } = new("false", IrType.Bool);

    private static InertConst True { get; } = new("true", IrType.Bool);
}
