using AutoDiffGen.Runtime;

namespace AutoDiffGen.Tests.Runtime;

/// <summary>What derivatives check of arrays of arrays that they write.</summary>
public class BuffersTests
{
    [Fact]
    public void A_row_that_is_there_twice_is_refused_by_name()
    {
        double[] row = [1, 2];
        var thrown = Assert.Throws<ArgumentException>(() => Buffers.Distinct([row, [3], row], "rows"));
        Assert.Equal("rows", thrown.ParamName);
    }

    [Fact]
    public void Rows_of_their_own_and_empty_ones_are_not() => Buffers.Distinct<double>([[1], [1], [], []], "rows");

    [Fact]
    public void A_row_that_is_not_there_has_no_elements()
    {
        double[][] rows = [[1, 2], null!, [3]];
        double[][] derivatives = [[4, 5], null!, [6]];
        Buffers.Length(derivatives, rows, "dm");
        double[][] empty = [[0, 0], [], [0]], tooLong = [[0, 0], [0], [0]], missing = [null!, null!, [0]];
        Buffers.Length(empty, rows, "dm");
        ArgumentException wrong = Assert.Throws<ArgumentException>("dm", () => Buffers.Length(tooLong, rows, "dm"));
        Assert.Contains("Row 1", wrong.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("dm", () => Buffers.Length(missing, rows, "dm"));

        Assert.Equal(3, Buffers.Count(rows));
        Assert.Equal(2, Buffers.Start(rows, 2));
        var copy = new double[3];
        Buffers.Copy(rows, copy);
        Assert.Equal([1, 2, 3], copy);
        Buffers.Clear(derivatives);
        Assert.Equal([0, 0], derivatives[0]);
        Buffers.Copy(copy, derivatives);
        Assert.Equal([3], derivatives[2]);
    }
}
