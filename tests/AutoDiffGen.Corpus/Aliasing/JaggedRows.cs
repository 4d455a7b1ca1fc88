namespace AutoDiffGen.Corpus;

/// <summary>Rows under other names.</summary>
public static partial class AliasingJaggedRows
{
    [Differentiable, At("[[1, 2], [3, -1]]")]
    public static double RowsSwapped(double[][] rows)
    {
        (double[] first, double[] second) = (rows[1], rows[0]);
        first[0] *= second[1];
        second[0] += first[0];
        return rows[0][0] * rows[1][1] + rows[1][0];
    }
}
