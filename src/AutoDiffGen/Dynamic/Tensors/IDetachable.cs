namespace AutoDiffGen.Dynamic;

/// <summary>A tensor of any type of numbers, for code that does not know the type.</summary>
internal interface IDetachable
{
    object Detach();
}
