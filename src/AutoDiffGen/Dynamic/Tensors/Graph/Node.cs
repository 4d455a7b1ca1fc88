using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <summary>Hands the adjoint of an operation's result on to its operands.</summary>
internal delegate void AdjointRule<T>(Adjoints<T> adjoints)
    where T : IFloatingPointIeee754<T>;

/// <summary>One recorded operation, or a leaf, whose gradient is to be stored.</summary>
internal sealed class Node<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Saved<T>[] saved;
    private AdjointRule<T>? rule;

    /// <summary>An operation.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="shape">The shape of its result.</param>
    /// <param name="inputs">What its operands were computed by; null for one that no gradient is wanted of.</param>
    /// <param name="saved">The data that the rule reads.</param>
    /// <param name="rule">How its adjoint is handed on.</param>
    public Node(string name, int[] shape, Node<T>?[] inputs, Saved<T>[] saved, AdjointRule<T> rule)
    {
        Name = name;
        Shape = shape;
        Inputs = inputs;
        this.saved = saved;
        this.rule = rule;
    }

    /// <summary>A leaf.</summary>
    public Node(GradTensor<T> leaf)
    {
        Name = "leaf";
        Shape = leaf.RawShape;
        Inputs = [];
        saved = [];
        Target = leaf;
        IsLeaf = true;
    }

    public string Name { get; }

    public int[] Shape { get; }

    public int Length => Shapes.Product(Shape);

    public Node<T>?[] Inputs { get; }

    public bool IsLeaf { get; }

    /// <summary>Where the gradient by this node's result is stored: a leaf's always, another's when asked for.</summary>
    public GradTensor<T>? Target { get; set; }

    /// <summary>Throws where the adjoint could not be handed on, or would be wrong.</summary>
    public void CheckUsable()
    {
        if (IsLeaf) return;
        if (rule is null)
        {
            throw new InvalidOperationException(
                $"Backward was called before on (a part of) this graph, and '{Name}' has let go of what it saved. "
                + "Pass retainGraph: true to every call but the last, or compute the result again.");
        }

        foreach (Saved<T> data in saved)
        {
            if (data.HasChanged)
            {
                throw new InvalidOperationException(
                    $"A tensor that '{Name}' saved for the backward pass was changed in place afterwards, and its gradient would be wrong. "
                    + "Call Backward before the change, or change a copy.");
            }
        }
    }

    public void HandOn(Adjoints<T> adjoints) => rule!(adjoints);

    /// <summary>Lets go of the rule and all that it holds. A leaf has none.</summary>
    public void Release()
    {
        rule = null;
        saved.AsSpan().Clear();
    }
}
