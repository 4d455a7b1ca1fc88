namespace AutogradTour;

/// <summary>The stops, in order.</summary>
public static class Tour
{
    /// <summary>Takes the tour.</summary>
    /// <returns>What each stop shows.</returns>
    public static IEnumerable<Stop> Stops()
    {
        yield return Functions.Linear();
        yield return Functions.Quadratic();
        yield return Functions.Exponential();
        yield return Functions.Sigmoid();
        yield return Functions.Relu();
        yield return Graphs.Accumulation();
        yield return Graphs.Drawing();
        yield return Fitting.MeanSquaredError();
        yield return Graphs.FirstHalfSquare();
        yield return Graphs.SecondHalfSquare();
        yield return Graphs.VectorAndScalar();
        yield return Fitting.Regression();
    }
}
