using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <summary>The reverse sweep over a graph of tensors.</summary>
internal static class BackwardPass
{
    /// <summary>Adds to the gradient of every leaf the derivative by it.</summary>
    /// <param name="root">The operation to start from.</param>
    /// <param name="seed">The adjoint of its result, which becomes the pass's.</param>
    /// <param name="retainGraph">Whether the graph is to be used again.</param>
    /// <remarks>
    /// An operation's turn comes when all that used its result have had theirs, without recursion, so that a graph may be as deep as it
    /// likes. Gradients are stored at the end: a pass that throws has stored none.
    /// </remarks>
    public static void Run<T>(Node<T> root, T[] seed, bool retainGraph)
        where T : IFloatingPointIeee754<T>
    {
        Dictionary<Node<T>, int> uses = CountUses(root);
        foreach (Node<T> node in uses.Keys) node.CheckUsable();

        var adjoints = new Adjoints<T>();
        adjoints.Start(root, seed);
        var gradients = new List<(GradTensor<T> Tensor, T[] Gradient)>();
        var ready = new Stack<Node<T>>();
        ready.Push(root);
        while (ready.TryPop(out Node<T>? node))
        {
            if (adjoints.Take(node) is { } adjoint)
            {
                if (node.Target is not null) gradients.Add((node.Target, node.IsLeaf ? adjoint : (T[])adjoint.Clone()));
                if (!node.IsLeaf) adjoints.HandOn(node, adjoint);
            }

            foreach (Node<T>? input in node.Inputs)
            {
                if (input is not null && --uses[input] == 0) ready.Push(input);
            }
        }

        foreach ((GradTensor<T> tensor, T[] gradient) in gradients) tensor.Accumulate(gradient);
        if (retainGraph) return;
        foreach (Node<T> node in uses.Keys) node.Release();
    }

    /// <summary>The nodes that the root was computed by, and how many operands of theirs each is.</summary>
    private static Dictionary<Node<T>, int> CountUses<T>(Node<T> root)
        where T : IFloatingPointIeee754<T>
    {
        var uses = new Dictionary<Node<T>, int> { [root] = 0 };
        var pending = new Stack<Node<T>>();
        pending.Push(root);
        while (pending.TryPop(out Node<T>? node))
        {
            foreach (Node<T>? input in node.Inputs)
            {
                if (input is null) continue;
                if (uses.TryGetValue(input, out int count))
                {
                    uses[input] = count + 1;
                }
                else
                {
                    uses.Add(input, 1);
                    pending.Push(input);
                }
            }
        }

        return uses;
    }
}
