using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiffGen.Dynamic;

/// <summary>What a rule works with: the adjoint of the operation's result, and a place for each operand's.</summary>
internal sealed class Adjoints<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Dictionary<Node<T>, T[]> sums = [];
    private readonly List<(Node<T> Input, T[]? Contribution)> contributions = [];
    private Node<T> node = null!;
    private T[] seed = [];

    /// <summary>The adjoint of the result.</summary>
    public ReadOnlySpan<T> Seed => seed;

    /// <summary>Whether the adjoint of an operand is wanted.</summary>
    public bool Wants(int input) => node.Inputs[input] is not null;

    /// <summary>A place for what this operation contributes to the adjoint of an operand: all of it, the content is anything.</summary>
    public Span<T> New(int input)
    {
        Node<T> target = node.Inputs[input]!;
        T[] contribution = Buffers<T>.Rent(target.Length);
        contributions.Add((target, contribution));
        return contribution;
    }

    /// <summary>Contributes the adjoint of the result as it is to that of an operand.</summary>
    public void Pass(int input) => contributions.Add((node.Inputs[input]!, null));

    /// <summary>Starts from an adjoint, which becomes this object's.</summary>
    public void Start(Node<T> root, T[] adjoint) => sums.Add(root, adjoint);

    /// <summary>The adjoint of a node that all contributions have been made to, to be kept; null where there were none.</summary>
    public T[]? Take(Node<T> taken) => sums.Remove(taken, out T[]? adjoint) ? adjoint : null;

    /// <summary>Lets an operation hand its adjoint on. The array of the adjoint is used up.</summary>
    public void HandOn(Node<T> from, T[] adjoint)
    {
        node = from;
        seed = adjoint;
        contributions.Clear();
        from.HandOn(this);

        // The last operand that takes the adjoint as it is may have the array: it goes last, when nobody reads it any more.
        int heir = contributions.FindLastIndex(c => c.Contribution is null);
        for (int i = 0; i < contributions.Count; i++)
        {
            if (i != heir) Contribute(contributions[i].Input, contributions[i].Contribution);
        }

        if (heir >= 0)
            Contribute(contributions[heir].Input, adjoint);
        else
            Buffers<T>.Return(adjoint);
        seed = [];
    }

    private void Contribute(Node<T> input, T[]? contribution)
    {
        if (!sums.TryGetValue(input, out T[]? sum))
        {
            if (contribution is null)
            {
                contribution = Buffers<T>.Rent(seed.Length);
                seed.CopyTo(contribution, 0);
            }

            sums.Add(input, contribution);
            return;
        }

        TensorPrimitives.Add(sum, contribution ?? seed, sum);
        if (contribution is not null) Buffers<T>.Return(contribution);
    }
}
