using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <summary>
/// Writes the body of a method: statements and expressions of the supported subset, well typed, with every variable assigned before it
/// is used. Each other part of this class writes one kind of thing.
/// </summary>
internal sealed partial class ProgramWriter
{
    private readonly Dice dice;
    private readonly Style style;
    private readonly Callable method;
    private readonly List<Callable> callables;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Scope root = new(null);
    private Scope scope;
    private int statements;
    private int calls;

    /// <summary>Whether everything <c>out</c> is assigned, so that the method may return.</summary>
    private bool mayReturn;

    /// <summary>Whether <c>break</c> leaves a switch here.</summary>
    private bool inSection;

    /// <summary>Whether there is a loop around here.</summary>
    private bool inLoop;

    /// <summary>Whether the loop around here may be continued: whether what ends it is reached then too.</summary>
    private bool mayContinue;

    /// <summary>How many more loops there may be inside each other.</summary>
    private int loops;

    private ProgramWriter(Dice dice, Style style, Callable method, IReadOnlyList<Callable> callables, int statements, int calls)
    {
        this.dice = dice;
        this.style = style;
        this.method = method;
        this.callables = [.. callables.Where(c => c != method)];
        loops = style.Loops == 0 ? 0 : method.Name == FuzzProgram.Method ? 3 : 2;
        this.statements = statements;
        this.calls = calls;
        scope = root;
        foreach (Parameter parameter in method.Parameters)
        {
            Take(parameter.Name);
            if (parameter.Mode != "out")
                scope.Add(new Variable(parameter.Name, parameter.Kind, parameter.Mode != "in" && parameter.Name != Callable.Depth));
        }
    }

    /// <summary>The statements of a method's body.</summary>
    public static Node Body(Dice dice, Style style, Callable method, IReadOnlyList<Callable> callables, int statements, int calls, IReadOnlyList<Callable>? recursive = null)
    {
        var writer = new ProgramWriter(dice, style, method, callables, statements, calls);
        var body = new List<Node>();
        while (dice.Chance(15))
            body.Add(writer.Statement(1));
        writer.AssignOutputs(body);
        if (method.IsRecursive)
        {
            // Not a statement, lest shrinking take it out.
            body.Add(method.Result == Kind.Void ? Node.Other($"if ({Callable.Depth} <= 0) return;") : Node.Other($"if ({Callable.Depth} <= 0) return {writer.Of(method.Result, 2)};"));
            writer.callables.AddRange(recursive ?? []);
        }

        while (writer.statements > 0)
            body.Add(writer.Statement(3));
        if (dice.Chance(style.Shapes) && writer.EndsInCalls() is { } end)
            body.Add(end);
        body.Add(writer.Return());
        return Node.Join(body, "\n");
    }

    private void AssignOutputs(List<Node> body)
    {
        foreach (Parameter parameter in method.Parameters.Where(p => p.Mode == "out"))
        {
            body.Add(dice.Chance(25)
                ? Node.Statement($"if ({Boolean(1)}) {parameter.Name} = {Of(parameter.Kind, 2)}; else {{ {parameter.Name} = {Of(parameter.Kind, 2)}; }}")
                : Node.Statement($"{parameter.Name} = {Of(parameter.Kind, 2)};"));
            scope.Add(new Variable(parameter.Name, parameter.Kind, true));
        }

        mayReturn = true;
    }

    private Node Return() => method.Result == Kind.Void ? Node.Other($"")
        : method.Result == Kind.Real && dice.Chance(50) ? Node.Other($"return {Digest()};")
        : Node.Other($"return {Of(method.Result, 3)};");

    /// <summary>Something of all that is in sight, so that less is computed in vain.</summary>
    private Node Digest()
    {
        var terms = new List<Node> { Real(2) };
        foreach (Variable variable in dice.Shuffled(scope.Visible).Take(6))
        {
            string? term = variable.Kind == Kind.Real ? variable.Name
                : variable.Kind.IsReals ? $"{variable.Name}[{SimpleIndex(variable)}]"
                : variable.Kind.IsGrid ? ElementOf(variable)
                : null;
            if (term is not null)
                terms.Add(Node.Real($"{term} * {dice.Pick(Vocabulary.Reals)}"));
        }

        return Node.Real($"({Node.Join(terms, " + ")})");
    }

    /// <summary>An expression of a type.</summary>
    private Node Of(Kind kind, int depth) => kind switch
    {
        Kind.Real => Real(depth),
        Kind.Single => Single(depth),
        Kind.Integer => Integer(depth),
        Kind.Vector => Vector(depth),
        Kind.Span => Span(depth, writable: true),
        Kind.ReadOnlySpan => Span(depth, writable: false),
        Kind.Indices => Indices(depth),
        Kind.Singles => Singles(depth),
        Kind.Matrix => Matrix(),
        Kind.Rows => Rows(),
        Kind.OwnRows => OwnRows(depth),
        _ => Boolean(depth),
    };

    /// <summary>A variable, or null where there is none.</summary>
    private Variable? Find(Kind kind, bool writable = false)
    {
        if (kind == Kind.Real && dice.Chance(style.Arrays) && Element(writable) is { } element)
            return new Variable(element, kind, writable);
        if (kind == Kind.Single && dice.Chance(style.Arrays) && scope.Visible.LastOrDefault(v => v.Kind == Kind.Singles) is { } singles)
            return new Variable($"{singles.Name}[{SimpleIndex(singles)}]", kind, writable);
        List<Variable> found = [.. scope.Visible.Where(v => v.Kind == kind && (v.IsWritable || !writable))];
        if (found.Count == 0)
            return null;

        // What was made last is used more often, so that few values are made in vain.
        return dice.Chance(40) ? found[^1] : dice.Pick(found);
    }

    /// <summary>A name for a local of the block.</summary>
    private string NewName(string[]? from = null)
    {
        for (int attempt = 0; attempt < 8; attempt++)
        {
            string name = dice.Pick(from ?? Vocabulary.Locals);
            if (scope.IsFree(name))
                return Take(name);
        }

        return NewExpressionName();
    }

    /// <summary>A name for a variable declared in an expression, of which nobody needs to know how far it reaches.</summary>
    private string NewExpressionName()
    {
        for (int number = 0; ; number++)
        {
            string name = dice.Chance(50) ? "o" + number : "t" + number;
            if (names.Contains(name))
                continue;
            root.Take(name);
            names.Add(name);
            return name;
        }
    }

    private string Take(string name)
    {
        scope.Take(name);
        names.Add(name);
        return name;
    }

    /// <summary>Runs in a block of its own.</summary>
    private T Inside<T>(Func<T> write)
    {
        scope = new Scope(scope);
        T written = write();
        scope = scope.Outer!;
        return written;
    }
}
