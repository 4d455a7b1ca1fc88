using AutoDiffGen.Dynamic;
using AutoDiffGen.Runtime;

namespace AutoDiffGen.Tests.Runtime;

/// <summary>Arrays and spans whose content is constant in lifted code.</summary>
public class LiftingBufferTests
{
    [Fact]
    public void Copies_are_constant_and_leave_the_original_alone()
    {
        using var tape = new Tape();
        Value[] row = [tape.Variable(2), 3];
        Value[,] matrix = { { tape.Variable(2), 3 }, { 4, tape.Variable(5) } };
        Value[]?[] rows = [row, null, [tape.Variable(7)]];

        Check(row, Lifting.Detached(row));
        Check(row, Lifting.Detached(row.AsSpan()).ToArray());
        Check(row, Lifting.Detached((ReadOnlySpan<Value>)row).ToArray());
        Check(matrix.Cast<Value>(), Lifting.Detached(matrix).Cast<Value>());
        Value[][] copies = Lifting.Detached(rows);
        Check(row, copies[0]);
        Assert.Null(copies[1]);
        Check(rows[2]!, copies[2]);
        Assert.False(row[0].IsConstant || matrix[1, 1].IsConstant || rows[2]![0].IsConstant);
    }

    [Fact]
    public void Null_stays_null()
    {
        Assert.Null(Lifting.Detached((Value[]?)null));
        Assert.Null(Lifting.Detached((Value[,]?)null));
        Assert.Null(Lifting.Detached((Value[]?[]?)null));
        Lifting.Detach((Value[,]?)null);
        Lifting.Detach((Value[]?[]?)null);
        Assert.True(Lifting.ElementsOf(null).IsEmpty);
    }

    [Fact]
    public void Content_is_made_constant_in_place()
    {
        using var tape = new Tape();
        Value[] row = [tape.Variable(2), tape.Variable(3)];
        Value[,] matrix = { { tape.Variable(2) }, { tape.Variable(5) } };
        Value[]?[] rows = [[tape.Variable(7)], null];
        Lifting.Detach(row.AsSpan(1));
        Lifting.Detach(matrix);
        Lifting.Detach(rows);
        Assert.False(row[0].IsConstant);
        Assert.True(row[1].IsConstant && matrix[0, 0].IsConstant && matrix[1, 0].IsConstant && rows[0]![0].IsConstant);
        Assert.Equal([3, 2, 5, 7], new[] { row[1].Data, matrix[0, 0].Data, matrix[1, 0].Data, rows[0]![0].Data });
    }

    [Fact]
    public void Numbers_become_constants()
    {
        ReadOnlySpan<Value> constants = Lifting.Constants([1, -0.0]);
        Assert.Equal(2, constants.Length);
        Assert.True(constants[0].IsConstant);
        Assert.Equal(1, constants[0].Data);
        Assert.True(double.IsNegative(constants[1].Data));
    }

    [Fact]
    public void Elements_of_a_matrix_are_its_own()
    {
        Value[,] matrix = { { 1, 2 }, { 3, 4 } };
        Lifting.ElementsOf(matrix)[2] = 7;
        Assert.Equal(7, matrix[1, 0].Data);
        Assert.Equal(4, Lifting.ElementsOf(matrix).Length);
        Assert.Equal(0, Lifting.ElementsOf(new Value[0, 3]).Length);
    }

    [Fact]
    public void Shared_memory_is_found()
    {
        Value[] row = new Value[4], other = new Value[4];
        Value[]?[] rows = [null, row];

        Assert.Equal("w", Assert.Throws<ArgumentException>(() => Lifting.RequireApart(row.AsSpan(0, 2), "w", row.AsSpan(1), "x")).ParamName);
        Assert.Throws<ArgumentException>(() => Lifting.RequireApart(rows, "w", row.AsSpan(3), "x"));
        Assert.Throws<ArgumentException>(() => Lifting.RequireApart(row.AsSpan(3), "w", rows, "x"));
        Assert.Throws<ArgumentException>(() => Lifting.RequireApart(rows, "w", [other, row], "x"));

        Lifting.RequireApart(row.AsSpan(0, 2), "w", row.AsSpan(2), "x");
        Lifting.RequireApart(rows, "w", other, "x");
        Lifting.RequireApart(other, "w", rows, "x");
        Lifting.RequireApart(rows, "w", [other, null], "x");
        Lifting.RequireApart((Value[]?)null, "w", row, "x");
    }

    private static void Check(IEnumerable<Value> original, IEnumerable<Value> copy)
    {
        Assert.Equal(original.Select(v => v.Data), copy.Select(v => v.Data));
        Assert.All(copy, v => Assert.True(v.IsConstant));
    }
}
