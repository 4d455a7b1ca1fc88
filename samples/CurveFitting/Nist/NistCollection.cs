namespace CurveFitting.Nist;

/// <summary>The NIST problems, from the easiest to the hardest.</summary>
public static class NistCollection
{
    private static readonly string[] _grades = ["Lower", "Average", "Higher"];

    /// <summary>Reads problems from the files <c>name.dat</c> of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="names">The names of the problems.</param>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what its format or its name says.</exception>
    public static IReadOnlyList<NistProblem> Load(string folder, IEnumerable<string> names) =>
        [.. names.Select(name => Load(folder, name)).OrderBy(Grade).ThenBy(problem => problem.Name, StringComparer.Ordinal)];

    private static NistProblem Load(string folder, string name)
    {
        NistProblem problem = NistFile.Load(Path.Combine(folder, name + ".dat"));
        return problem.Name == name ? problem : throw new InvalidDataException($"{name}.dat holds the data set '{problem.Name}'.");
    }

    private static int Grade(NistProblem problem)
    {
        int grade = Array.IndexOf(_grades, problem.Difficulty);
        return grade >= 0 ? grade : throw new InvalidDataException($"{problem.Name}: the level of difficulty '{problem.Difficulty}' is unknown.");
    }
}
