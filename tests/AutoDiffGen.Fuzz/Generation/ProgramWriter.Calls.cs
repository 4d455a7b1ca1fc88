using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Calls of the program's own methods.</content>
internal sealed partial class ProgramWriter
{
    private Node? RealCall(int depth) => Call(Kind.Real, depth);

    private Node? Call(Kind result, int depth)
    {
        List<Callable> found = [.. callables.Where(c => c.Result == result && CanPass(c))];
        if (found.Count == 0 || calls <= 0)
            return null;
        calls--;
        Callable callee = dice.Pick(found);
        Node call = Node.Other($"{callee.Name}({Arguments(callee, depth)})");
        return result switch
        {
            Kind.Real => Node.Real($"{call}"),
            Kind.Single => Node.Single($"{call}"),
            Kind.Integer => Node.Integer($"{call}"),
            Kind.Vector => Node.Vector($"{call}"),
            _ => Node.Boolean($"{call}"),
        };
    }

    /// <summary>Whether there are variables for what is passed by reference, and for what the body cannot make.</summary>
    private bool CanPass(Callable callee) =>
        callee.Parameters.All(p => p.Kind == Kind.Rows ? scope.Visible.Any(v => v.Kind == Kind.Rows)
            : p.Mode is not ("ref" or "out") || scope.Visible.Any(v => v.Kind == p.Kind && v.IsWritable));

    private Node Arguments(Callable callee, int depth)
    {
        // By name, in an order of its own; C# evaluates as written.
        bool byName = callee.Parameters.Count > 1 && dice.Chance(20);
        var arguments = new List<Node>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        Variable? last = null;
        foreach (Parameter parameter in byName ? dice.Shuffled(callee.Parameters) : callee.Parameters)
        {
            if (parameter.Name == Callable.Depth)
            {
                arguments.Add(byName ? Node.Other($"{parameter.Name}: {DepthLeft()}") : DepthLeft());
                continue;
            }

            if (parameter.Default is not null && dice.Chance(40))
                continue;
            Node argument = Argument(parameter, Math.Min(depth, 2) - 1, ref last);
            if (callee.IsRecursive && (parameter.Kind.IsReference || parameter.Mode.Length > 0))
            {
                // One array twice is mostly refused there.
                for (int attempt = 0; attempt < 3 && shown.Overlaps(NamesIn(argument)); attempt++)
                    argument = Argument(parameter, Math.Min(depth, 2) - 1, ref last);
                shown.UnionWith(NamesIn(argument));
            }

            arguments.Add(byName ? Node.Other($"{parameter.Name}: {argument}") : argument);
        }

        return Node.Join(arguments, ", ");
    }

    /// <summary>The variables that an expression mentions.</summary>
    private IEnumerable<string> NamesIn(Node expression)
    {
        HashSet<string> words = [.. expression.ToString().Split([.. " ()[].,;:?+-*/%&<>=!^~|"])];
        return scope.Visible.Where(v => v.Kind.IsReference || v.Kind == Kind.Real).Select(v => v.Name).Where(words.Contains);
    }

    /// <summary>How much deeper a recursive call may go; not an expression, lest shrinking make it larger.</summary>
    private Node DepthLeft() => method.IsRecursive ? Node.Other($"{Callable.Depth} - 1") : Node.Other($"({Integer(0)} & 3)");

    private Node Argument(Parameter parameter, int depth, ref Variable? last)
    {
        switch (parameter.Mode)
        {
            case "ref":
                last = Aliased(parameter.Kind, last) ?? Find(parameter.Kind, writable: true) ?? throw new InvalidOperationException("nothing to pass by reference");
                return Node.Other($"ref {last.Name}");
            case "out" when dice.Chance(12):
                return Node.Other($"out _");
            case "out" when dice.Chance(25):
                // Not used afterwards: it may not be assigned where the call is part of a condition.
                return Node.Other($"out {dice.Pick(["var", parameter.Kind.CSharp])} {NewExpressionName()}");
            case "out":
                last = Aliased(parameter.Kind, last) ?? Find(parameter.Kind, writable: true) ?? throw new InvalidOperationException("nothing to pass by reference");
                return Node.Other($"out {last.Name}");
            case "in" when dice.Chance(70) && (Aliased(parameter.Kind, last) ?? Find(parameter.Kind)) is { } variable:
                last = variable.IsWritable ? variable : last;
                return dice.Chance(50) ? Node.Other($"in {variable.Name}") : Of(parameter.Kind, variable);
            default:
                return Of(parameter.Kind, depth);
        }
    }

    /// <summary>Now and then, the variable that an argument before it was.</summary>
    private Variable? Aliased(Kind kind, Variable? last) => last?.Kind == kind && dice.Chance(40) ? last : null;

    private static Node Of(Kind kind, Variable variable) => kind switch
    {
        Kind.Real => Node.Real($"{variable.Name}"),
        Kind.Single => Node.Single($"{variable.Name}"),
        Kind.Integer => Node.Integer($"{variable.Name}"),
        _ => Node.Boolean($"{variable.Name}"),
    };
}
