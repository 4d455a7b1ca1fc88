namespace CurveFitting.Nist;

/// <summary>One nonlinear regression problem of the NIST Statistical Reference Datasets.</summary>
public sealed class NistProblem
{
    /// <summary>The data set's name, such as <c>Misra1a</c>.</summary>
    public required string Name { get; init; }

    /// <summary>NIST's grade: <c>Lower</c>, <c>Average</c> or <c>Higher</c>.</summary>
    public required string Difficulty { get; init; }

    /// <summary>The response, one entry for each observation.</summary>
    public required IReadOnlyList<double> Responses { get; init; }

    /// <summary>The predictors, one row for each observation.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Predictors { get; init; }

    /// <summary>The starting points; NIST gives two, the first of them far from the solution.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Starts { get; init; }

    /// <summary>What NIST certifies. For scoring a fit only: a fit never sees it.</summary>
    public required NistCertificate Certified { get; init; }
}
