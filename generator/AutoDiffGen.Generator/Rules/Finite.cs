using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Rules;

/// <summary>
/// Whether a partial is finite wherever the function's arguments are (overflow of sums and products aside). Where it may not be,
/// the reverse sweep guards it: an exactly zero adjoint contributes zero, not <c>0 · ∞</c>. What is not known here counts as not finite.
/// </summary>
internal static class Finite
{
    private static readonly HashSet<string> BoundedFunctions = new(StringComparer.Ordinal)
    {
        "Sin", "Cos", "SinPi", "CosPi", "Tanh", "Atan", "AtanPi", "Atan2", "Atan2Pi", "Abs", "Sign", "CopySign", "Floor", "Ceiling",
        "Truncate", "Round", "Max", "Min", "MaxMagnitude", "MinMagnitude", "Clamp", "Asinh", "Cbrt",
    };

    /// <param name="partial">The partial at a call, in terms of its arguments and its result.</param>
    /// <param name="result">The variable that holds the result; its own finiteness is the function's.</param>
    /// <param name="function">The function the partial is of.</param>
    public static bool Is(Expr partial, Var? result, string function) => partial switch
    {
        RealConst constant => !double.IsNaN(constant.Value) && !double.IsInfinity(constant.Value),
        InertConst => true,
        Read { Place: LocalPlace local } => local.Var != result || BoundedFunctions.Contains(function),
        Unary unary => Is(unary.Operand, result, function),
        Binary { Op: BinaryOp.Divide } division =>
            division.Right is RealConst { Value: not 0.0 } && Is(division.Left, result, function) && Is(division.Right, result, function),
        Binary { Op: BinaryOp.Add or BinaryOp.Subtract or BinaryOp.Multiply } binary =>
            Is(binary.Left, result, function) && Is(binary.Right, result, function),
        Convert convert => Is(convert.Operand, result, function),
        Conditional conditional => Is(conditional.WhenTrue, result, function) && Is(conditional.WhenFalse, result, function),
        Call call => IsBounded(call) && call.Arguments.All(a => Is(a, result, function)),
        _ => false,
    };

    /// <summary>Whether a function's value is finite wherever its arguments are.</summary>
    public static bool IsBounded(Call call) =>
        call.Function.Family == FunctionFamily.Math && (BoundedFunctions.Contains(call.Function.Name) || IsNaturalPower(call));

    // Other powers of what is negative are no numbers.
    private static bool IsNaturalPower(Call call) => call is { Function.Name: "Pow", Arguments: [_, RealConst { Value: >= 0 and var n }] } && n == Math.Floor(n);
}
