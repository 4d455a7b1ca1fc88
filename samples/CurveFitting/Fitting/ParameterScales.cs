namespace CurveFitting.Fitting;

/// <summary>The length of each parameter's column of the Jacobian, by which steps are measured: the diagonal D.</summary>
/// <param name="count">How many parameters there are.</param>
/// <param name="memory">What of a scale is left after a step, where the column has become shorter.</param>
internal sealed class ParameterScales(int count, double memory)
{
    private readonly double[] _scales = new double[count];

    /// <summary>The scale of a parameter, always positive.</summary>
    public double this[int parameter] => _scales[parameter];

    /// <summary>Takes the columns at a new point into account.</summary>
    public void Update(EvaluatedPoint point)
    {
        for (int j = 0; j < count; j++)
        {
            double sum = 0;
            for (int k = j; k < point.Jacobian.Length; k += count)
                sum += point.Jacobian[k] * point.Jacobian[k];
            double scale = Math.Max(Math.Sqrt(sum), memory * _scales[j]);

            // A parameter without effect can have any scale; and the squares of a huge column can overflow.
            _scales[j] = scale > 0 ? Math.Min(scale, double.MaxValue) : 1;
        }
    }

    /// <summary>The length of a vector in these scales.</summary>
    public double Length(ReadOnlySpan<double> vector)
    {
        double sum = 0;
        for (int j = 0; j < count; j++)
            sum += vector[j] * _scales[j] * (vector[j] * _scales[j]);
        return Math.Sqrt(sum);
    }
}
