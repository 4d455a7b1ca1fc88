using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Methods that call themselves, and store around the calls.</content>
internal sealed partial class ProgramWriter
{
    /// <summary>A call that goes deeper, or null where there is none.</summary>
    private Node? Deeper()
    {
        List<Callable> found = [.. callables.Where(c => c.IsRecursive && CanPass(c))];
        if (found.Count == 0 || calls <= 0)
            return null;
        calls--;
        Callable callee = dice.Pick(found);
        Node call = Node.Other($"{callee.Name}({Arguments(callee, 1)})");
        return callee.Result == Kind.Real && dice.Chance(70) && Find(Kind.Real, writable: true) is { } target
            ? Node.Statement($"{target.Name} {dice.Pick(["=", "+="])} {Bounded(Node.Real($"{call}"))};")
            : Node.Statement($"{call};");
    }

    private Node? RecursiveShape()
    {
        if (ArrayOf(writable: true) is not { } array || Deeper() is not { } call)
            return null;
        return dice.Next(4) switch
        {
            0 => Node.Statement($"{Write(array)}\n{call}\n{Write(array)}"),
            1 => Node.Statement($"if ({Boolean(1)}) {{ {Write(array)}\n{call}\n{Write(array)} }} else {{ {Write(array)}\n{Deeper() ?? Node.Empty} }}"),
            _ => Rounds(() => Node.Other($"{Stores(array)}\n{call}\n{(dice.Chance(50) ? Stores(array) : Node.Empty)}"), always: true),
        };
    }

    /// <summary>Calls in the branches that the method ends with.</summary>
    private Node? EndsInCalls()
    {
        if (!method.IsRecursive || ArrayOf(writable: true) is not { } array || Deeper() is not { } call)
            return null;
        Node leave = method.Result == Kind.Void ? Node.Statement($"return;") : Node.Statement($"return {Of(method.Result, 2)};");
        Node condition = Boolean(1);
        return dice.Chance(50)
            ? Node.Statement($"if ({condition}) {{ {Write(array)}\n{call}\n{leave} }}\n{Write(array)}")
            : Node.Statement($"if ({condition}) {{ {Write(array)}\n{call} }} else {{ {Write(array)}\n{Deeper() ?? Node.Empty} }}");
    }
}
