namespace Loesningsbrikker.Shared;

/// <summary>
/// Something that only who runs the Host can mend. The Host prints the sentence, without a stack, and ends with exit code 1.
/// </summary>
/// <param name="sentence">What is wrong and what to do, in plain Danish.</param>
/// <param name="inner">The cause; null when there is none.</param>
public sealed class OperatorException(string sentence, Exception? inner = null) : Exception(sentence, inner);
