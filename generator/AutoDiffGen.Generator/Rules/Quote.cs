using System.Globalization;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Rules;

/// <summary>Puts a rule's partial into differentiated code: arguments for parameters, and <c>float</c> for <c>double</c> where the call is one.</summary>
/// <example><code>
/// rule: Sin(x, y) => Math.Cos(x)        call: s = MathF.Sin(a)        →        MathF.Cos(a)
/// </code></example>
internal sealed class Quote : Rewriter
{
    private readonly Dictionary<Var, Expr> _values = [];
    private readonly RealType _real;

    private Quote(TableRule rule, Call call, Expr result)
    {
        _real = (RealType)call.Type;
        for (int i = 0; i < call.Arguments.Count; i++)
            _values[rule.Parameters[i]] = call.Arguments[i];
        _values[rule.Parameters[call.Arguments.Count]] = result;
    }

    public static Expr Run(TableRule rule, Call call, Expr result) => new Quote(rule, call, result).Visit(rule.Partial);

    // What a constant argument decides is decided here: Pow(x, 3) has no use for the rule's case of exponent 0.
    public override Expr Visit(Expr expr) => Fold.Step(Rebuild(expr));

    private Expr Rebuild(Expr expr) => expr switch
    {
        Read { Place: LocalPlace local } => _values[local.Var],
        RealConst constant => Retype(constant),
        Unary unary => new Unary(unary.Op, Visit(unary.Operand), Retype(unary.Type)),
        Binary binary => new Binary(binary.Op, Visit(binary.Left), Visit(binary.Right), Retype(binary.Type)),
        Convert convert => To(Retype(convert.Type), Visit(convert.Operand)),
        Call call => new Call(Retype(call.Function), Visit(call.Arguments)),
        _ => base.Visit(expr),
    };

    /// <summary>The value in another type; a choice of integers, <c>x > 0 ? 1 : -1</c>, becomes a choice of real constants.</summary>
    private static Expr To(IrType type, Expr value) => value switch
    {
        _ when value.Type == type => value,
        Conditional choice => new Conditional(choice.Condition, To(type, choice.WhenTrue), To(type, choice.WhenFalse)),
        InertConst constant when type is RealType && int.TryParse(constant.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole) =>
            Reals.Constant(whole, type),
        _ => new Convert(value, type),
    };

    private RealConst Retype(RealConst constant) => _real.Kind == RealKind.Double
        ? constant
        : new RealConst((float)constant.Value, _real, constant.Name?.Replace("global::System.Math.", "global::System.MathF."));

    private IrType Retype(IrType type) => type is RealType ? _real : type;

    private FunctionRef Retype(FunctionRef function) => function with
    {
        Result = Retype(function.Result),
        Parameters = function.Parameters.Select(p => p with { Type = Retype(p.Type) }).ToEquatableArray(),
    };
}
