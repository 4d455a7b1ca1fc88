using System.Reflection;
using AutoDiffGen.Corpus;

namespace AutoDiffGen.Conformance.Cases;

/// <summary>A corpus method: its subject in either build, and its points.</summary>
internal sealed class Case(string name, MethodInfo optimized, MethodInfo unoptimized)
{
    public string Name { get; } = name;

    public Subject Optimized { get; } = new(optimized, name + ", optimised:");

    public Subject Unoptimized { get; } = new(unoptimized, name + ", unoptimised:");

    /// <summary>Where the method returns.</summary>
    public IReadOnlyList<Point> Points { get; } = [.. optimized.GetCustomAttributes<AtAttribute>().Select(Point.Of)];

    /// <summary>Where it throws.</summary>
    public IReadOnlyList<Point> Throwing { get; } = [.. optimized.GetCustomAttributes<ThrowsAttribute>().Select(Point.Of)];

    public Subject In(Build build) => build == Build.Optimized ? Optimized : Unoptimized;
}
