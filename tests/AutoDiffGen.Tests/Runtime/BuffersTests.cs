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
}
