namespace AutoDiffGen.Dynamic;

/// <summary>
/// The partial derivatives of every operation as functions of its operands, for gradients that are recorded. The numbers are those of
/// <see cref="Rules.DerivativeRules"/>, which a test holds them to.
/// </summary>
internal static class RecordedPartials
{
    private const double Ln2 = 0.6931471805599453, Ln10 = 2.302585092994046;

    /// <summary>The partial derivative by the left operand, or by the only one.</summary>
    /// <param name="node">The operation.</param>
    /// <param name="x">The left operand.</param>
    /// <param name="y">The right operand; where that is a number, and the operation needs it, a constant.</param>
    /// <param name="r">The result.</param>
    public static Value Left(in Node node, Value x, Value y, Value r) => node.Operation switch
    {
        Operation.Multiply => node.Right == Tape.None ? node.LeftPartial : y,
        Operation.Divide => node.Right == Tape.None ? node.LeftPartial : 1 / y,

        Operation.Sin => Value.Cos(x),
        Operation.Cos => -Value.Sin(x),
        Operation.Tan => 1 + r * r,
        Operation.SinPi => Math.PI * Value.CosPi(x),
        Operation.CosPi => -Math.PI * Value.SinPi(x),
        Operation.TanPi => Math.PI * (1 + r * r),
        Operation.Asin => 1 / Value.Sqrt((1 - x) * (1 + x)),
        Operation.Acos => -1 / Value.Sqrt((1 - x) * (1 + x)),
        Operation.Atan => 1 / (1 + x * x),
        Operation.AsinPi => 1 / (Math.PI * Value.Sqrt((1 - x) * (1 + x))),
        Operation.AcosPi => -1 / (Math.PI * Value.Sqrt((1 - x) * (1 + x))),
        Operation.AtanPi => 1 / (Math.PI * (1 + x * x)),
        Operation.Atan2 => y / Value.Hypot(x, y) / Value.Hypot(x, y),
        Operation.Atan2Pi => y / Value.Hypot(x, y) / (Math.PI * Value.Hypot(x, y)),

        Operation.Sinh => Value.Cosh(x),
        Operation.Cosh => Value.Sinh(x),
        Operation.Tanh => 1 - r * r,
        Operation.Asinh => 1 / Value.Hypot(x, 1),
        Operation.Acosh => 1 / (Value.Sqrt(x - 1) * Value.Sqrt(x + 1)),
        Operation.Atanh => 1 / ((1 - x) * (1 + x)),

        Operation.Exp => r,
        Operation.Exp2 => Ln2 * r,
        Operation.Exp10 => Ln10 * r,
        Operation.ExpM1 => Value.Exp(x),
        Operation.Exp2M1 => Ln2 * Value.Exp2(x),
        Operation.Exp10M1 => Ln10 * Value.Exp10(x),
        Operation.Log => 1 / x,
        Operation.LogToBase => 1 / (x * Value.Log(y)),
        Operation.Log2 => 1 / Ln2 / x,
        Operation.Log10 => 1 / Ln10 / x,
        Operation.LogP1 => 1 / (1 + x),
        Operation.Log2P1 => 1 / Ln2 / (1 + x),
        Operation.Log10P1 => 1 / Ln10 / (1 + x),

        Operation.Pow => PowByBase(x, y),
        Operation.Sqrt => 0.5 / r,
        Operation.Cbrt => 1 / (3 * r * r),
        Operation.RootN => x.Data == 0 ? node.LeftPartial : r / x / y.Data,
        Operation.Hypot => r.Data == 0 ? 0 : x / r,
        Operation.ReciprocalEstimate => -1 / (x * x),
        Operation.ReciprocalSqrtEstimate => -0.5 / (x * Value.Sqrt(x)),
        Operation.Sigmoid => r * (1 - r),

        _ => Steady(node.Operation, node.LeftPartial),
    };

    /// <summary>The partial derivative by the right operand.</summary>
    /// <param name="node">The operation.</param>
    /// <param name="x">The left operand; where that is a number, and the operation needs it, a constant.</param>
    /// <param name="y">The right operand.</param>
    /// <param name="r">The result.</param>
    public static Value Right(in Node node, Value x, Value y, Value r) => node.Operation switch
    {
        Operation.Multiply => node.Left == Tape.None ? node.RightPartial : x,
        Operation.Divide => -r / y,
        Operation.Atan2 => -x / Value.Hypot(x, y) / Value.Hypot(x, y),
        Operation.Atan2Pi => -x / Value.Hypot(x, y) / (Math.PI * Value.Hypot(x, y)),
        Operation.LogToBase => -r / (y * Value.Log(y)),
        Operation.Pow => x.Data == 0 && y.Data >= 0 ? 0 : r * Value.Log(x),
        Operation.Hypot => r.Data == 0 ? 0 : y / r,
        _ => Steady(node.Operation, node.RightPartial),
    };

    private static Value PowByBase(Value x, Value y)
    {
        if (y.IsConstant) return y.Data == 0 ? 0 : y.Data * Value.Pow(x, y.Data - 1);
        if (y.Data == 0) return x.Data is < 0 or > 0 ? y / x : 0;
        return y * Value.Pow(x, y - 1);
    }

    /// <summary>A partial derivative that does not change with the operands, but for jumps.</summary>
    private static double Steady(Operation operation, double partial) => operation switch
    {
        Operation.Join or Operation.Add or Operation.Subtract or Operation.Remainder or Operation.Negate
            or Operation.DegreesToRadians or Operation.RadiansToDegrees
            or Operation.Floor or Operation.Ceiling or Operation.Truncate or Operation.Round or Operation.BitIncrement or Operation.BitDecrement
            or Operation.Max or Operation.Min or Operation.MaxMagnitude or Operation.MinMagnitude
            or Operation.MaxNumber or Operation.MinNumber or Operation.MaxMagnitudeNumber or Operation.MinMagnitudeNumber
            or Operation.Clamp or Operation.Abs or Operation.CopySign
            or Operation.FusedMultiplyAdd or Operation.Lerp or Operation.ScaleB or Operation.Ieee754Remainder or Operation.Relu => partial,
        _ => throw new InvalidOperationException($"There is no second derivative of '{operation}': it is known only by its first."),
    };
}
