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

    [Fact]
    public void A_length_is_that_of_all_elements_or_of_a_dimension()
    {
        double[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        Assert.Equal(6, Buffers.LengthOf(matrix));
        Assert.Equal(2, Buffers.LengthOf(matrix, 0));
        Assert.Equal(3, Buffers.LengthOf(matrix, 1));
        Assert.Equal(2, Buffers.LengthOf(new double[2]));
        Assert.Equal(0, Buffers.LengthOf(null));
        Assert.Equal(0, Buffers.LengthOf(null, 1));
    }

    [Fact]
    public void What_is_not_there_has_no_elements()
    {
        double[,]? matrix = null;
        double[]?[]? rows = null;
        double[] copy = [7];
        Assert.Equal(0, Buffers.Count(rows));
        Buffers.Clear(matrix);
        Buffers.Clear(rows);
        Buffers.Copy(matrix, copy);
        Buffers.Copy(rows, copy);
        Buffers.Copy<double>([], matrix);
        Buffers.Copy<double>([], rows);
        Assert.Equal([7], copy);
    }

    [Fact]
    public void A_buffer_that_is_not_there_is_named()
    {
        Assert.Equal("dm", Assert.Throws<ArgumentNullException>(() => Buffers.Length(null!, new double[1, 1], "dm")).ParamName);
        Assert.Equal("dm", Assert.Throws<ArgumentNullException>(() => Buffers.Length(null!, new double[][] { [1] }, "dm")).ParamName);
        Buffers.Length(null!, (double[,]?)null, "dm");
        Buffers.Length(null!, (double[][]?)null, "dm");
    }
}
