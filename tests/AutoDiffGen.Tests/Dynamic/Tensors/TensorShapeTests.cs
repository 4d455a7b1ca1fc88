using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Tensors;

/// <summary>Shapes that do not fit: errors name the operation and both shapes, and are of one type.</summary>
public class TensorShapeTests
{
    private static readonly GradTensor<double> A = GradTensor.Zeros<double>(2, 3);
    private static readonly GradTensor<double> B = GradTensor.Zeros<double>(4);

    public static TheoryData<string, Func<object>, string[]> Misfits => new()
    {
        { "Add", () => A + B, ["(2, 3)", "(4)"] },
        { "Subtract", () => B - A, ["(2, 3)", "(4)"] },
        { "Multiply", () => A * B, ["(2, 3)", "(4)"] },
        { "Divide", () => A / B, ["(2, 3)", "(4)"] },
        { "Pow", () => A.Pow(B), ["(2, 3)", "(4)"] },
        { "Maximum", () => GradTensor.Maximum(A, B), ["(2, 3)", "(4)"] },
        { "Minimum", () => GradTensor.Minimum(A, B), ["(2, 3)", "(4)"] },
        { "Where", () => GradTensor.Where(A, A, B), ["(2, 3)", "(4)"] },
        { "Where", () => GradTensor.Where([true], A, A), ["(2, 3)", "(1)"] },
        { ">", () => A > B, ["(2, 3)", "(4)"] },
        { "MatMul", () => A.MatMul(A), ["(2, 3)", "3 columns", "2 rows"] },
        { "MatMul", () => A.MatMul(B), ["(2, 3)", "(4)"] },
        { "MatMul", () => A.MatMul(GradTensor.Scalar(2.0)), ["(2, 3)", "()"] },
        { "MatMul", () => GradTensor.Zeros<double>(2, 5, 3).MatMul(GradTensor.Zeros<double>(3, 3, 4)), ["(2, 5, 3)", "(3, 3, 4)"] },
        { "Reshape", () => A.Reshape(4), ["(2, 3)", "(4)"] },
        { "Reshape", () => A.Reshape(-1, 4), ["(2, 3)", "(-1, 4)"] },
        { "Reshape", () => A.Reshape(-1, -1), ["(2, 3)", "(-1, -1)"] },
        { "Reshape", () => A.Reshape(-2, 3), ["(2, 3)", "(-2, 3)"] },
        { "Reshape", () => GradTensor.Zeros<double>(0, 3).Reshape(0, -1), ["(0, 3)", "(0, -1)"] },
        { "Reshape", () => A.Reshape(-1, 0), ["(2, 3)", "(-1, 0)"] },
        { "BroadcastTo", () => A.BroadcastTo(4, 3), ["(2, 3)", "(4, 3)"] },
        { "BroadcastTo", () => A.BroadcastTo(3), ["(2, 3)", "(3)"] },
        { "BroadcastTo", () => A.BroadcastTo(-1, 3), ["(2, 3)", "(-1, 3)"] },
        { "Concat", () => GradTensor.Concat([A, B]), ["(2, 3)", "(4)"] },
        { "Concat", () => GradTensor.Concat([A, GradTensor.Zeros<double>(2, 4)]), ["(2, 3)", "(2, 4)"] },
        { "Concat", () => GradTensor.Concat<double>([]), ["no tensors"] },
        { "Stack", () => GradTensor.Stack([A, B]), ["(2, 3)", "(4)"] },
        { "Stack", () => GradTensor.Stack<double>([]), ["no tensors"] },
        { "Stack", () => GradTensor.Stack([A, A], 3), ["(2, 3)", "3"] },
        { "Stack", () => GradTensor.Stack([A, A], -4), ["(2, 3)", "-4"] },
        { "Transpose", () => B.Transpose(), ["(4)"] },
        { "Transpose", () => B.T, ["(4)"] },
        { "Transpose", () => A.Transpose(0, 2), ["(2, 3)", "axis 2"] },
        { "Permute", () => A.Permute(0, 0), ["(2, 3)", "(0, 0)"] },
        { "Permute", () => A.Permute(0), ["(2, 3)", "(0)"] },
        { "Sum", () => A.Sum(2), ["(2, 3)", "axis 2"] },
        { "Mean", () => A.Mean(-3), ["(2, 3)", "axis -3"] },
        { "Max", () => A.Max(5), ["(2, 3)", "axis 5"] },
        { "Max", () => GradTensor.Zeros<double>(0).Max(), ["(0)", "()"] },
        { "Min", () => GradTensor.Zeros<double>(2, 0).Min(1), ["(2, 0)", "(2)"] },
        { "ArgMax", () => GradTensor.Zeros<double>(2, 0).ArgMax(1), ["(2, 0)"] },
        { "Var", () => A.Var(2), ["(2, 3)"] },
        { "Std", () => A.Std(2), ["(2, 3)"] },
        { "Softmax", () => A.Softmax(2), ["(2, 3)"] },
        { "LogSoftmax", () => GradTensor.Scalar(1.0).LogSoftmax(0), ["()"] },
        { "Slice", () => A.Slice(0..3), ["(2, 3)"] },
        { "Slice", () => A.Slice(.., .., ..), ["(2, 3)"] },
        { "Slice", () => A.Slice(1, 2, 2), ["(2, 3)"] },
        { "Slice", () => A.Slice(1, -1, 1), ["(2, 3)"] },
        { "Slice", () => A[2..1], ["(2, 3)"] },
        { "Index", () => A[2], ["(2, 3)", "(2)"] },
        { "Index", () => A[0, 0, 0], ["(2, 3)", "(0, 0, 0)"] },
        { "Gather", () => A.Gather(1, 3), ["(2, 3)"] },
        { "Gather", () => A.Gather(0, new[,] { { 2, 0 } }), ["(2, 3)"] },
        { "Gather", () => A.Gather(1, new int[3, 1]), ["(2, 3)", "(3, 1)"] },
        { "Gather", () => B.Gather(0, new int[1, 1]), ["(4)", "(1, 1)"] },
        { "Unsqueeze", () => A.Unsqueeze(4), ["(2, 3)"] },
        { "Squeeze", () => A.Squeeze(2), ["(2, 3)"] },
        { "Clamp", () => A.Clamp(2, 1), ["2", "1"] },
        { "Create", () => GradTensor.Create([1.0, 2], 3), ["(2)", "(3)"] },
        { "Create", () => GradTensor.Create([1.0, 2]), ["(2)", "()"] },
        { "Create", () => GradTensor.Create([1.0, 2], [-1, -2]), ["(-1, -2)"] },
        { "Create", () => GradTensor.Create([[1.0], [2.0, 3.0]]), ["(1)", "(2)"] },
        { "Zeros", () => GradTensor.Zeros<double>(-1), ["(-1)"] },
        { "Zeros", () => GradTensor.Zeros<double>(1 << 20, 1 << 20), ["(1048576, 1048576)"] },
        { "Ones", () => GradTensor.Ones<double>(-1), ["(-1)"] },
        { "Full", () => GradTensor.Full(2.0, 3, -1), ["(3, -1)"] },
        { "XavierUniform", () => GradTensor.XavierUniform<double>(new Random(1), 3), ["(3)"] },
        { "Linear", () => new Linear<double>(4, 2).Forward(A), ["(2, 3)", "(2, 4)"] },
        { "MeanSquaredError", () => Loss.MeanSquaredError(A, B), ["(2, 3)", "(4)"] },
        { "CrossEntropy", () => Loss.CrossEntropy(A, B), ["(2, 3)", "(4)"] },
        { "CrossEntropy", () => Loss.CrossEntropy(A, 1, 2, 0), ["(2, 3)", "(3)"] },
        { "CrossEntropy", () => Loss.CrossEntropy(A, 1, 3), ["(2, 3)", "class 3"] },
        { "BinaryCrossEntropy", () => Loss.BinaryCrossEntropy(A, B), ["(2, 3)", "(4)"] },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Is_an_argument_exception(string operation, Func<object> call, string[] named)
    {
        string message = Assert.Throws<ArgumentException>(call).Message;
        Assert.StartsWith(operation + ":", message, StringComparison.Ordinal);
        Assert.All(named, part => Assert.Contains(part, message));
    }

    [Fact]
    public void Shapes_are_copies()
    {
        int[] shape = [2, 3];
        GradTensor<double> x = GradTensor.Zeros<double>(shape);
        shape[0] = 7;
        x.Shape[0] = 9;
        Assert.Equal([2, 3], x.Shape);
        Assert.Equal((2, 6), (x.Rank, x.Length));
    }

    [Fact]
    public void Axes_count_from_the_back_too()
    {
        GradTensor<double> x = GradTensor.Arange<double>(6).Reshape(2, 3);
        Assert.Equal([3, 12], x.Sum(-1).ToArray());
        Assert.Equal([3, 5, 7], x.Sum(-2).ToArray());
        Assert.Equal([2, 1], x.Sum(-1, keepDims: true).Shape);
    }

    [Fact]
    public void Results_of_broadcasting()
    {
        GradTensor<double> column = GradTensor.Create([1.0, 2], 2, 1), row = GradTensor.Create([10.0, 20, 30], 3);
        Assert.Equal(new[,] { { 11.0, 21, 31 }, { 12, 22, 32 } }, (column + row).ToArray2D());
        Assert.Equal([2, 3], (column * row).Shape);
        Assert.Equal([0, 3], (GradTensor.Zeros<double>(0, 1) * row).Shape);
    }
}
