using System.Reflection;
using AutoDiffGen.Corpus;

namespace AutoDiffGen.Conformance.Cases;

/// <summary>A corpus method: its subject in either build, and its points.</summary>
internal sealed class Case
{
    public Case(string name, MethodInfo optimized, MethodInfo unoptimized)
    {
        // The attributes are read from one assembly: in the other they are of another type.
        bool roundsInside = optimized.IsDefined(typeof(SinglePrecisionAttribute));
        Name = name;
        Optimized = new(optimized, name + ", optimised:", roundsInside);
        Unoptimized = new(unoptimized, name + ", unoptimised:", roundsInside);
        Points = [.. optimized.GetCustomAttributes<AtAttribute>().Select(Point.Of)];
        Throwing = [.. optimized.GetCustomAttributes<ThrowsAttribute>().Select(Point.Of)];
    }

    public string Name { get; }

    public Subject Optimized { get; }

    public Subject Unoptimized { get; }

    /// <summary>Where the method returns.</summary>
    public IReadOnlyList<Point> Points { get; }

    /// <summary>Where it throws.</summary>
    public IReadOnlyList<Point> Throwing { get; }

    public Subject In(Build build) => build == Build.Optimized ? Optimized : Unoptimized;
}
