namespace AutoDiffGen.Dynamic;

/// <summary>What a node of a <see cref="Tape"/> computed, for <see cref="Value.ToDot"/> to tell.</summary>
internal enum Operation : byte
{
    /// <summary>Nothing: it is a variable.</summary>
    Variable,

    /// <summary>The first two operands of an operation with three: the node that follows holds its value.</summary>
    Join,

    /// <summary>A function of the user's, with partial derivatives by the user's rules.</summary>
    Call,

    /// <summary>One of the results of a function with an adjoint of its own: the left operand is the application's number, not a node.</summary>
    Apply,

    Add, Subtract, Multiply, Divide, Remainder, Negate,

    Sin, Cos, Tan, SinPi, CosPi, TanPi,
    Asin, Acos, Atan, AsinPi, AcosPi, AtanPi, Atan2, Atan2Pi,
    DegreesToRadians, RadiansToDegrees,
    Sinh, Cosh, Tanh, Asinh, Acosh, Atanh,
    Exp, Exp2, Exp10, ExpM1, Exp2M1, Exp10M1,
    Log, LogToBase, Log2, Log10, LogP1, Log2P1, Log10P1,
    Pow, Sqrt, Cbrt, RootN, Hypot, ReciprocalEstimate, ReciprocalSqrtEstimate,
    Floor, Ceiling, Truncate, Round, BitIncrement, BitDecrement,
    Max, Min, MaxMagnitude, MinMagnitude, MaxNumber, MinNumber, MaxMagnitudeNumber, MinMagnitudeNumber, Clamp,
    Abs, CopySign,
    FusedMultiplyAdd, Lerp, ScaleB, Ieee754Remainder,
    Relu, Sigmoid,
}
