namespace AutogradTour;

/// <summary>One stop of the tour: what is shown there, and the numbers that come out.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Code">What is computed, as one would write it down.</param>
/// <param name="Numbers">The numbers, each with its name.</param>
/// <param name="Drawing">The graph in the DOT language, where it is drawn.</param>
public sealed record Stop(string Title, string Code, IReadOnlyList<(string Name, double Value)> Numbers, string? Drawing = null);
