using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Tensors;

/// <summary>An operation on tensors, and shapes and numbers to differentiate it at.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Run">The operation, in double and in single precision.</param>
/// <param name="Low">The smallest number in an operand.</param>
/// <param name="High">The largest.</param>
/// <param name="Shapes">Some lists of operands' shapes.</param>
public sealed record TensorOperation(string Name, ITensorFunction Run, double Low, double High, int[][][] Shapes)
{
    public override string ToString() => Name;
}

/// <summary>A function of tensors that is generic in their precision, which a delegate cannot be.</summary>
public interface ITensorFunction
{
    GradTensor<double> Invoke(GradTensor<double>[] x);

    GradTensor<float> Invoke(GradTensor<float>[] x);
}

/// <summary>Every operation on tensors.</summary>
public static class TensorOperations
{
    private static readonly int[][][] One = [[[]], [[1]], [[3]], [[17]], [[2, 3]], [[2, 3, 2]], [[0]], [[2, 0]], [[0, 3]], [[1, 1]]];
    private static readonly int[][][] OneAxis = [[[1]], [[5]], [[2, 3]], [[3, 0]], [[0, 3]], [[9, 2, 4]], [[2, 3, 1]]];
    private static readonly int[][][] OneAxisNotEmpty = [[[1]], [[5]], [[2, 3]], [[0, 3]], [[9, 2, 4]], [[2, 3, 2]]];
    private static readonly int[][][] OneNotEmpty = [[[]], [[1]], [[5]], [[2, 3]], [[2, 3, 2]]];
    private static readonly int[][][] Matrix = [[[2, 3]], [[4, 1]], [[2, 3, 4]], [[0, 2]], [[2, 0]], [[20, 33]]];

    private static readonly int[][][] Two =
    [
        [[], []], [[3], [3]], [[2, 3], [2, 3]], [[2, 3], []], [[], [4]], [[2, 3], [3]], [[3], [2, 3]], [[2, 1], [1, 3]], [[4, 1, 3], [2, 1]],
        [[2, 3, 4], [3, 1]], [[1], [5]], [[0], [1]], [[2, 0], [0]], [[2, 0], []], [[3, 1], [0]], [[2, 1, 2, 1], [3, 1, 2]],
    ];

    public static IReadOnlyList<TensorOperation> All { get; } =
    [
        new("Negate", F((x, _) => -x, (x, _) => -x), -3, 3, One),
        new("Exp", F((x, _) => x.Exp(), (x, _) => x.Exp()), -3, 3, One),
        new("Log", F((x, _) => x.Log(), (x, _) => x.Log()), 0.2, 5, One),
        new("Sqrt", F((x, _) => x.Sqrt(), (x, _) => x.Sqrt()), 0.2, 5, One),
        new("Abs", F((x, _) => x.Abs(), (x, _) => x.Abs()), 0.1, 3, One),
        new("Abs of negatives", F((x, _) => x.Abs(), (x, _) => x.Abs()), -3, -0.1, One),
        new("Sin", F((x, _) => x.Sin(), (x, _) => x.Sin()), -6, 6, One),
        new("Cos", F((x, _) => x.Cos(), (x, _) => x.Cos()), -6, 6, One),
        new("Tanh", F((x, _) => x.Tanh(), (x, _) => x.Tanh()), -2, 2, One),
        new("Sigmoid", F((x, _) => x.Sigmoid(), (x, _) => x.Sigmoid()), -4, 4, One),
        new("Relu of positives", F((x, _) => x.Relu(), (x, _) => x.Relu()), 0.1, 3, One),
        new("Relu of negatives", F((x, _) => x.Relu() + x, (x, _) => x.Relu() + x), -3, -0.1, One),
        new("Softplus", F((x, _) => x.Softplus(), (x, _) => x.Softplus()), -5, 5, One),
        new("Clamp", F((x, _) => x.Clamp(-1, 2), (x, _) => x.Clamp(-1, 2)), -0.9, 1.9, One),
        new("Clamp below", F((x, _) => x.Clamp(-1, 2) + x, (x, _) => x.Clamp(-1, 2) + x), -5, -1.1, One),
        new("Clamp above", F((x, _) => x.Clamp(-1, 2) + x, (x, _) => x.Clamp(-1, 2) + x), 2.1, 5, One),
        new("Clone", F((x, _) => x.Clone(), (x, _) => x.Clone()), -3, 3, One),
        new("Plus a number", F((x, _) => x + 1.5 + (2 + x), (x, _) => x + 1.5f + (2 + x)), -3, 3, One),
        new("Minus a number", F((x, _) => x - 1.5 - (2 - x), (x, _) => x - 1.5f - (2 - x)), -3, 3, One),
        new("Times a number", F((x, _) => x * 1.5 + 2 * x, (x, _) => x * 1.5f + 2 * x), -3, 3, One),
        new("Divided by a number", F((x, _) => x / 1.5, (x, _) => x / 1.5f), -3, 3, One),
        new("A number divided by", F((x, _) => 1.5 / x, (x, _) => 1.5f / x), 0.3, 3, One),
        .. new[] { -1.0, 1.0, 2.0, 3.0, 0.5, 2.5 }.Select(p =>
            new TensorOperation($"Pow({p})", F((x, _) => x.Pow(p), (x, _) => x.Pow((float)p)), 0.2, 3, One)),
        new("Pow(2) of negatives", F((x, _) => x.Pow(2), (x, _) => x.Pow(2)), -3, -0.2, One),
        new("Pow(3) of negatives", F((x, _) => x.Pow(3), (x, _) => x.Pow(3)), -3, -0.2, One),
        new("Pow(-3) of negatives", F((x, _) => x.Pow(-3), (x, _) => x.Pow(-3)), -3, -0.5, One),

        new("Add", F((x, y) => x + y, (x, y) => x + y), -3, 3, Two),
        new("Subtract", F((x, y) => x - y, (x, y) => x - y), -3, 3, Two),
        new("Multiply", F((x, y) => x * y, (x, y) => x * y), -3, 3, Two),
        new("Divide", F((x, y) => x / y, (x, y) => x / y), 0.3, 3, Two),
        new("Pow", F((x, y) => x.Pow(y), (x, y) => x.Pow(y)), 0.3, 3, Two),
        new("Maximum", F((x, y) => GradTensor.Maximum(x, y), (x, y) => GradTensor.Maximum(x, y)), -3, 3, Two),
        new("Minimum", F((x, y) => GradTensor.Minimum(x, y), (x, y) => GradTensor.Minimum(x, y)), -3, 3, Two),
        new("Where", F((x, y) => GradTensor.Where(x.Detach() > y.Detach(), x * x, y), (x, y) => GradTensor.Where(x.Detach() > y.Detach(), x * x, y)), -3, 3, Two),

        new("Sum", F((x, _) => x.Sum(), (x, _) => x.Sum()), -3, 3, One),
        new("Mean", F((x, _) => x.Mean(), (x, _) => x.Mean()), -3, 3, OneNotEmpty),
        new("Max", F((x, _) => x.Max(), (x, _) => x.Max()), -3, 3, OneNotEmpty),
        new("Min", F((x, _) => x.Min(), (x, _) => x.Min()), -3, 3, OneNotEmpty),
        new("Var", F((x, _) => x.Var(), (x, _) => x.Var()), -3, 3, [[[5]], [[2, 3]], [[2, 3, 2]]]),
        new("Std", F((x, _) => x.Std(), (x, _) => x.Std()), -3, 3, [[[5]], [[2, 3]], [[2, 3, 2]]]),
        .. new[] { 0, -1 }.SelectMany(axis => new[] { false, true }.SelectMany(keep => Along(axis, keep))),
        .. new[] { 0, -1 }.SelectMany(axis => new TensorOperation[]
        {
            new($"Softmax({axis})", F((x, _) => x.Softmax(axis), (x, _) => x.Softmax(axis)), -3, 3, OneAxis),
            new($"LogSoftmax({axis})", F((x, _) => x.LogSoftmax(axis), (x, _) => x.LogSoftmax(axis)), -3, 3, OneAxis),
        }),

        new("Transpose", F((x, _) => x.Transpose(), (x, _) => x.Transpose()), -3, 3, Matrix),
        new("T", F((x, _) => x.T, (x, _) => x.T), -3, 3, Matrix),
        new("Transpose(0, -1)", F((x, _) => x.Transpose(0, -1), (x, _) => x.Transpose(0, -1)), -3, 3, [[[2]], .. Matrix, [[2, 3, 4, 2]]]),
        new("Permute", F((x, _) => x.Permute(2, 0, -2), (x, _) => x.Permute(2, 0, -2)), -3, 3, [[[2, 3, 4]], [[2, 2, 2]], [[1, 3, 1]], [[0, 2, 3]]]),
        new("Reshape", F((x, _) => x.Reshape(-1, 2), (x, _) => x.Reshape(-1, 2)), -3, 3, [[[2]], [[4, 3]], [[2, 1, 2]], [[0]], [[0, 3]]]),
        new("Flatten", F((x, _) => x.Flatten(), (x, _) => x.Flatten()), -3, 3, One),
        new("Unsqueeze and squeeze", F((x, _) => x.Unsqueeze(0).Unsqueeze(-1).Squeeze(0), (x, _) => x.Unsqueeze(0).Unsqueeze(-1).Squeeze(0)), -3, 3, One),
        new("Squeeze", F((x, _) => x.Squeeze(), (x, _) => x.Squeeze()), -3, 3, [[[1, 3, 1]], [[]], [[1]], [[1, 0]]]),
        new("BroadcastTo", F((x, _) => x.BroadcastTo(2, 4, 3), (x, _) => x.BroadcastTo(2, 4, 3)), -3, 3, [[[]], [[3]], [[1, 3]], [[4, 1]], [[2, 1, 1]], [[2, 4, 3]]]),
        new("BroadcastTo nothing", F((x, _) => x.BroadcastTo(2, 0), (x, _) => x.BroadcastTo(2, 0)), -3, 3, [[[]], [[1]], [[2, 1]]]),
        new("Slice by ranges", F((x, _) => x.Slice(1..3, ..1), (x, _) => x.Slice(1..3, ..1)), -3, 3, [[[3, 1]], [[4, 3]], [[3, 2, 2]]]),
        new("Slice of nothing", F((x, _) => x[1..1], (x, _) => x[1..1]), -3, 3, [[[3]], [[1, 2]], [[2, 0]]]),
        new("Slice along an axis", F((x, _) => x.Slice(-1, 1, 2), (x, _) => x.Slice(-1, 1, 2)), -3, 3, [[[3]], [[2, 4]], [[3, 2, 3]], [[0, 3]]]),
        new("Index", F((x, _) => x[1], (x, _) => x[1]), -3, 3, [[[2]], [[3, 4]], [[2, 3, 2]], [[2, 0]]]),
        new("Index to a scalar", F((x, _) => x[1, -1] * x[0, 0], (x, _) => x[1, -1] * x[0, 0]), -3, 3, [[[2, 3]], [[3, 1]]]),
        new("Gather", F((x, _) => x.Gather(-1, 0, 2, 2, -1), (x, _) => x.Gather(-1, 0, 2, 2, -1)), -3, 3, [[[3]], [[2, 4]], [[2, 3, 3]], [[0, 3]]]),
        new("Gather along axis 0", F((x, _) => x.Gather(0, 1, 0, 1), (x, _) => x.Gather(0, 1, 0, 1)), -3, 3, [[[3]], [[2, 4]], [[2, 3, 3]], [[2, 0]]]),
        new("Gather by place", F((x, _) => x.Gather(1, Places), (x, _) => x.Gather(1, Places)), -3, 3, [[[2, 3]], [[4, 3]]]),
        new("Gather by place along axis 0", F((x, _) => x.Gather(0, Places), (x, _) => x.Gather(0, Places)), -3, 3, [[[3, 3]], [[4, 4]]]),
        new("Concat", F((x, y) => GradTensor.Concat([x, y, x]), (x, y) => GradTensor.Concat([x, y, x])), -3, 3, [[[2], [3]], [[2, 3], [1, 3]], [[0, 2], [1, 2]], [[2, 0], [3, 0]]]),
        new("Concat along the last axis", F((x, y) => GradTensor.Concat([x, y], -1), (x, y) => GradTensor.Concat([x, y], -1)), -3, 3, [[[2], [3]], [[2, 3], [2, 1]], [[3, 0], [3, 2]], [[0, 2], [0, 1]]]),
        new("Stack", F((x, y) => GradTensor.Stack([x, y]), (x, y) => GradTensor.Stack([x, y])), -3, 3, [[[], []], [[3], [3]], [[2, 3], [2, 3]], [[0], [0]]]),
        new("Stack behind", F((x, y) => GradTensor.Stack([x, y], -1), (x, y) => GradTensor.Stack([x, y], -1)), -3, 3, [[[], []], [[3], [3]], [[2, 3], [2, 3]], [[0], [0]]]),

        new("MatMul", F((x, y) => x.MatMul(y), (x, y) => x.MatMul(y)), -2, 2,
        [
            [[2, 3], [3, 4]], [[1, 1], [1, 1]], [[3], [3]], [[2, 3], [3]], [[3], [3, 2]], [[2, 4, 3], [3, 2]], [[4, 2, 3], [4, 3, 2]], [[3, 1, 2, 3], [2, 3, 2]],
            [[2, 3], [4, 3, 2]], [[3], [2, 3, 4]], [[2, 4, 3], [3]], [[0, 3], [3, 2]], [[2, 0], [0, 3]], [[2, 3], [3, 0]], [[0], [0]], [[0, 2, 3], [3, 2]], [[0, 2, 3], [0, 3, 2]],
            [[19, 21], [21, 18]], [[3, 5, 40], [40, 25]],
        ]),
    ];

    private static int[,] Places => new[,] { { 2, 0, 1 }, { 1, 1, -1 } };

    private static IEnumerable<TensorOperation> Along(int axis, bool keep)
    {
        string with = keep ? $"{axis}, keepDims" : $"{axis}";
        yield return new($"Sum({with})", F((x, _) => x.Sum(axis, keep), (x, _) => x.Sum(axis, keep)), -3, 3, OneAxis);
        yield return new($"Mean({with})", F((x, _) => x.Mean(axis, keep), (x, _) => x.Mean(axis, keep)), -3, 3, OneAxisNotEmpty);
        yield return new($"Max({with})", F((x, _) => x.Max(axis, keep), (x, _) => x.Max(axis, keep)), -3, 3, [.. OneAxisNotEmpty.Where(s => s[0][axis == 0 ? 0 : ^1] > 0)]);
        yield return new($"Min({with})", F((x, _) => x.Min(axis, keep), (x, _) => x.Min(axis, keep)), -3, 3, [.. OneAxisNotEmpty.Where(s => s[0][axis == 0 ? 0 : ^1] > 0)]);
        yield return new($"Var({with})", F((x, _) => x.Var(axis, keep), (x, _) => x.Var(axis, keep)), -3, 3, [[[5]], [[3, 3]], [[4, 0, 2]], [[2, 2, 3]]]);
        yield return new($"Std({with})", F((x, _) => x.Std(axis, keep), (x, _) => x.Std(axis, keep)), -3, 3, [[[5]], [[3, 3]], [[4, 0, 2]], [[2, 2, 3]]]);
    }

    private static Function F(
        Func<GradTensor<double>, GradTensor<double>, GradTensor<double>> inDouble, Func<GradTensor<float>, GradTensor<float>, GradTensor<float>> inSingle) =>
        new(x => inDouble(x[0], x[^1]), x => inSingle(x[0], x[^1]));

    private sealed record Function(Func<GradTensor<double>[], GradTensor<double>> InDouble, Func<GradTensor<float>[], GradTensor<float>> InSingle)
        : ITensorFunction
    {
        public GradTensor<double> Invoke(GradTensor<double>[] x) => InDouble(x);

        public GradTensor<float> Invoke(GradTensor<float>[] x) => InSingle(x);
    }
}
