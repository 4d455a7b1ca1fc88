using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Specimens;
using Xunit;

namespace AutoDiffGen.Conformance;

/// <summary>The checks themselves, on arrays and spans: each passes what is right, and fails what is flawed with a message that says how.</summary>
public class ArrayCheckTests
{
    private static readonly Point Three = At("[0.5, 1.5, -2]", "[1, -0.25, 2]", 1.5);

    [Fact]
    public void Data_that_is_only_read() => Passes(Of(typeof(RightArrays), nameof(RightArrays.Weighted)), Three, At("[]", "[]", 2.0), At("[3]", "random 1", 2.0));

    [Fact]
    public void Data_that_is_written() => Passes(Of(typeof(RightArrays), nameof(RightArrays.Step)), Three, At("[]", "[]", 2.0), At("[3]", "random 1", 2.0));

    [Fact]
    public void Rows_integers_and_constant_arrays() => Passes(
        Of(typeof(RightArrays), nameof(RightArrays.Gather)),
        At("[[1, 2], [3, 4], [5, 6]]", "[[0.5, 1], [], [2]]", "[1, -1, 2]", "[0, 0, 0]", 3.0),
        At("random 2x3", "[[0.5], [2], [3, 4]]", "random 2", "[2, 1]", 3.0));

    [Fact]
    public void An_array_as_result() => Passes(Of(typeof(RightArrays), nameof(RightArrays.Squares)), At("[1, -2, 3]"), At("[]"));

    [Fact]
    public void Single_precision() => Passes(Of(typeof(RightArrays), nameof(RightArrays.Product)), At("random 3", "random 3"));

    [Fact]
    public void A_wrong_entry_is_seen_in_either_member() => Fails(
        () => DerivativeCheck.Run(Weighted(typeof(WrongEntry)), Three),
        "_Grad, result by w[1]: expected 3.37", "_Vjp, result by a[2]: expected -12");

    [Fact]
    public void Derivatives_of_written_data_go_from_final_to_initial() => Fails(
        () => DerivativeCheck.Run(Step(typeof(AdjointOfFinalContent)), Three), "_Vjp, y by y[0]: expected ");

    [Fact]
    public void What_was_in_a_buffer_must_not_matter_to_Grad() => Fails(
        () => DerivativeCheck.Run(Weighted(typeof(ClearsTheWrongOne)), Three), "_Grad, result by a[0]", "actual NaN");

    [Fact]
    public void What_was_in_a_buffer_must_be_kept_by_Vjp() => Fails(
        () => AccumulationCheck.Run(Weighted(typeof(ClearsTheWrongOne)), Three), "the derivative by a[0] from", "the derivative by a[2] from");

    [Fact]
    public void What_was_in_rented_memory_must_not_matter() => Fails(
        () => DerivativeCheck.Run(Weighted(typeof(WrongScratch)), Three), "_Vjp, result by w[0]", "actual NaN");

    [Fact]
    public void An_array_allocated_is_seen() => Fails(() => AllocationCheck.Run(Weighted(typeof(WrongScratch)), Three), "_Grad allocated");

    [Fact]
    public void Written_data_restored_is_seen() => Fails(
        () => ValueCheck.Run(Step(typeof(RestoresArray)), Three), "what _Grad leaves in y[0]", "what _Vjp leaves in y[2]");

    [Fact]
    public void A_length_not_checked_is_seen() => Fails(
        () => Buffers(Weighted(typeof(NoLengthCheck)), Three),
        "_Grad, da of the wrong length: expected an ArgumentException that names da, actual no exception",
        "_Vjp, dw of the wrong length: expected an ArgumentException that names dw, actual no exception");

    [Fact]
    public void A_refusal_that_is_late_misnamed_or_too_much_is_seen() => Fails(
        () => Buffers(Weighted(typeof(WrongRefusal)), Three),
        "_Vjp, dw of the wrong length: something was written before it was refused",
        "_Grad, da over a: expected an ArgumentException that names da, actual ArgumentException",
        "_Grad, a over w, both only read: ArgumentException");

    [Fact]
    public void Overlap_not_checked_is_seen() => Fails(
        () => Buffers(Step(typeof(NoOverlapCheck)), Three),
        "_Grad, dy over dx: expected an ArgumentException that names dy or dx",
        "_Grad, dx over y: expected an ArgumentException that names dx",
        "_Vjp, y over x: expected an ArgumentException that names y");

    [Fact]
    public void Types_are_compared()
    {
        Fails(() => SignatureCheck.Run(Of(typeof(WrongArrayTypes), nameof(WrongArrayTypes.Squares))),
            "Squares_Vjp(double[] a, ReadOnlySpan<double> seed, Span<double> da)", "Squares_Vjp(double[] a, ReadOnlySpan<double> seed, double[] da)");
        Fails(() => SignatureCheck.Run(Of(typeof(WrongArrayTypes), nameof(WrongArrayTypes.Sum))), "actual   public static double Sum_Grad(double[] a, params Span<double> da)");
    }

    [Fact]
    public void Data_written_before_an_exception_is_compared() => Fails(
        () => ExceptionCheck.Run(Of(typeof(ThrowsTooSoon), nameof(ThrowsTooSoon.Roots)), At("[4, 9, -1]") with { Exception = typeof(ArgumentException) }),
        "what _Grad leaves in a[0]: expected 2, actual 4");

    [Fact]
    public void A_null_array_throws_as_in_the_method() => ExceptionCheck.Run(
        Of(typeof(RightArrays), nameof(RightArrays.Weighted)), At(null, "[]", 1.0) with { Exception = typeof(NullReferenceException) });

    [Fact]
    public void Literals_are_read_as_they_are_written()
    {
        Layout Of<T>() => Layout.Of(typeof(T))!;
        Assert.Equal(new[] { 1.0, -2.5, 1e-3 }, ArrayLiteral.Parse("[1, -2.5, 1e-3]", Of<double[]>(), 0));
        Assert.Equal(new double[0], ArrayLiteral.Parse("[]", Of<double[]>(), 0));
        Assert.Equal(new[] { 1, 2 }, ArrayLiteral.Parse("[1, 2]", Of<int[]>(), 0));
        Assert.Equal(new[] { true, false }, ArrayLiteral.Parse("[true, false]", Of<bool[]>(), 0));
        Assert.Equal(new[,] { { 1.0, 2 }, { 3, 4 } }, ArrayLiteral.Parse("[[1, 2], [3, 4]]", Of<double[,]>(), 0));
        Assert.Equal(new double[][] { [1, 2], [], [3] }, ArrayLiteral.Parse("[[1, 2], [], [3]]", Of<double[][]>(), 0));
        Assert.Equal(new double[0, 0], ArrayLiteral.Parse("[]", Of<double[,]>(), 0));
        Array drawn = ArrayLiteral.Parse("random 3x4 in 0.5..2", Of<double[,]>(), 1);
        Assert.Equal(12, drawn.Length);
        Assert.All(drawn.Cast<double>(), x => Assert.InRange(x, 0.5, 2));
        Assert.Equal(drawn, ArrayLiteral.Parse("random 3x4 in 0.5..2", Of<double[,]>(), 1));
        Assert.NotEqual(drawn, ArrayLiteral.Parse("random 3x4 in 0.5..2", Of<double[,]>(), 2));
        Assert.Throws<FormatException>(() => ArrayLiteral.Parse("1, 2", Of<double[]>(), 0));
        Assert.Throws<FormatException>(() => ArrayLiteral.Parse("[[1, 2], [3]]", Of<double[,]>(), 0));
    }

    private static Point At(params object?[] arguments) => new(arguments, null, 0, null);

    private static Subject Of(Type specimen, string method) => new(specimen.GetMethod(method)!, "specimen");

    private static Subject Weighted(Type specimen) => Of(specimen, nameof(RightArrays.Weighted));

    private static Subject Step(Type specimen) => Of(specimen, nameof(RightArrays.Step));

    private static void Buffers(Subject subject, Point point) => BufferCheck.Run(subject, point, [point]);

    private static void Passes(Subject subject, params Point[] points)
    {
        SignatureCheck.Run(subject);
        foreach (Point point in points)
        {
            ValueCheck.Run(subject, point);
            DerivativeCheck.Run(subject, point);
            AccumulationCheck.Run(subject, point);
            AllocationCheck.Run(subject, point);
            DeterminismCheck.Run(subject, point, points);
            BufferCheck.Run(subject, point, points);
            AgreementCheck.Run(subject, subject, point);
        }
    }

    private static void Fails(Action check, params string[] messages)
    {
        var exception = Assert.Throws<ConformanceException>(check);
        Assert.All(messages, m => Assert.Contains(m, exception.Message));
    }
}
