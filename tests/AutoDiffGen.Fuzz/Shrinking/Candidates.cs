using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Shrinking;

/// <summary>The programs one step smaller than a program, the smallest first.</summary>
internal static class Candidates
{
    public static IEnumerable<FuzzProgram> Of(FuzzProgram program) => All(program)
        .Where(c => c.Size < program.Size)
        .DistinctBy(c => c.Text + string.Join("; ", c.Points.Select(p => p.At)))
        .OrderBy(c => c.Size);

    private static IEnumerable<FuzzProgram> All(FuzzProgram program)
    {
        if (program.Points.Count > 1)
        {
            foreach (FuzzPoint point in program.Points)
                yield return program with { Points = [point] };
        }

        foreach (FuzzProgram shorter in Shorter(program))
            yield return shorter;
        foreach (Node body in Smaller(program.Body))
            yield return program with { Body = body };
        for (int i = 0; i < program.Members.Count; i++)
        {
            yield return program with { Members = [.. program.Members.Where((_, j) => j != i)] };
            foreach (Node member in Smaller(program.Members[i]).Where(m => m.Parts.Count > 0))
                yield return program with { Members = [.. program.Members.Select((m, j) => j == i ? member : m)] };
        }

        for (int i = 0; i < program.Parameters.Count; i++)
            yield return Without(program, program.Parameters[i]);
    }

    /// <summary>The program at arrays shorter by an element.</summary>
    private static IEnumerable<FuzzProgram> Shorter(FuzzProgram program)
    {
        for (int i = 0; program.Points is [FuzzPoint point] && i < point.At.Arguments.Length; i++)
        {
            if (point.At.Arguments[i] is string text && text.LastIndexOf(',') is > 0 and int last)
                yield return program with { Points = [point with { At = point.At with { Arguments = [.. point.At.Arguments.Select((a, j) => j == i ? text[..last] + "]" : a)] } }] };
        }
    }

    private static FuzzProgram Without(FuzzProgram program, Parameter parameter)
    {
        int argument = parameter.Mode == "out" ? -1 : program.Parameters.TakeWhile(p => p != parameter).Count(p => p.Mode != "out");
        return program with
        {
            Parameters = [.. program.Parameters.Where(p => p != parameter)],
            Points = [.. program.Points.Select(p => p with { At = p.At with { Arguments = [.. p.At.Arguments.Where((_, i) => i != argument)] } })],
        };
    }

    private static IEnumerable<Node> Smaller(Node node)
    {
        foreach (Node replacement in Replacements(node))
            yield return replacement;
        for (int i = 0; i < node.Parts.Count; i++)
        {
            if (node.Parts[i] is Node child)
            {
                foreach (Node smaller in Smaller(child))
                    yield return node.With(i, smaller);
            }
        }
    }

    private static IEnumerable<Node> Replacements(Node node)
    {
        switch (node.Sort)
        {
            case Sort.Statement:
                yield return Node.Empty;
                foreach (Node inner in Within(node, Sort.Statement))
                    yield return inner;

                // What a branch holds, without the branch.
                yield return Node.Join(Within(node, Sort.Statement), "\n");
                break;
            case Sort.Section or Sort.Member:
                yield return Node.Empty;
                break;
            case Sort.Vector or Sort.Span:
                foreach (Node inner in Within(node, node.Sort))
                    yield return inner;
                break;
            case Sort.Real or Sort.Single or Sort.Integer or Sort.Boolean:
                foreach (Node inner in Within(node, node.Sort))
                    yield return inner;
                yield return new Node(node.Sort, [node.Sort switch { Sort.Real => "1.0", Sort.Single => "1f", Sort.Integer => "1", _ => "true" }]);
                if (node.Sort == Sort.Real)
                    yield return Node.Real($"x");
                if (node.Sort == Sort.Boolean)
                    yield return Node.Boolean($"false");
                break;
        }
    }

    /// <summary>The nearest nodes of a sort inside.</summary>
    private static IEnumerable<Node> Within(Node node, Sort sort) =>
        node.Children.SelectMany(c => c.Sort == sort ? [c] : Within(c, sort));
}
