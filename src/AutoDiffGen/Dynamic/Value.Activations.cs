namespace AutoDiffGen.Dynamic;

/// <content>The two functions that neural networks need and .NET lacks.</content>
public readonly partial struct Value
{
    /// <summary><paramref name="x"/> where it is positive, otherwise 0. Its derivative at 0 is 0.</summary>
    public static Value Relu(Value x) => Unary(Operation.Relu, x, x.Data < 0 ? 0 : x.Data, x.Data > 0 ? 1 : 0);

    /// <summary>The logistic function, 1 / (1 + exp(−<paramref name="x"/>)).</summary>
    public static Value Sigmoid(Value x)
    {
        // With e = exp(−|x|) nothing overflows, and the derivative e / (1 + e)² keeps its digits where y (1 − y) would lose them.
        double e = Math.Exp(-Math.Abs(x.Data));
        double sum = 1 + e;
        return Unary(Operation.Sigmoid, x, (x.Data < 0 ? e : 1) / sum, e / (sum * sum));
    }
}
