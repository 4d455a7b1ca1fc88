namespace AutoDiffGen.Benchmarks.Measuring;

/// <summary>A program with its data bound, in the three forms that are compared.</summary>
/// <param name="Name">What the program is called.</param>
/// <param name="Size">The size of its data, in words.</param>
/// <param name="Value">Computes the value.</param>
/// <param name="HandWritten">Computes the value and the gradient, as an expert wrote it.</param>
/// <param name="Generated">Computes the value and the gradient, as generated.</param>
/// <param name="Derivatives">Where the two gradients go.</param>
internal sealed record Subject(
    string Name, string Size, Func<double> Value, Func<double> HandWritten, Func<double> Generated, IReadOnlyList<Derivative> Derivatives);
