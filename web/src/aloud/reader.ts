// Says sentences one after the other with the voice of the device.
import { aloud as words } from '../words/aloud';
import type { Language, Text } from '../words/language.svelte';

const patience_ms = 1500;
/** Whoever stops, or goes on to another page, has not met a fault. */
const stopped = ['interrupted', 'canceled'];
const voiceless = ['language-unavailable', 'voice-unavailable'];

export interface Reading {
  stop: () => void;
  /** What to tell when it is over: nothing, or why nothing can be heard. */
  over: Promise<Text | undefined>;
}

/** Some browsers tell their voices a little after they were first asked. */
async function voices(speech: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  const known = speech.getVoices();
  if (known.length > 0) return known;
  await new Promise((go_on) => {
    speech.addEventListener('voiceschanged', go_on, { once: true });
    setTimeout(go_on, patience_ms);
  });
  return speech.getVoices();
}

/** A voice on the device itself also speaks without a network. */
function voice_for(language: Language, all: SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const fitting = all.filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language);
  return fitting.find((voice) => voice.localService) ?? fitting[0];
}

function utter(speech: SpeechSynthesis, voice: SpeechSynthesisVoice, text: string): Promise<string> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => resolve('');
    utterance.onerror = ({ error }) => resolve(error);
    speech.speak(utterance);
  });
}

export function read_aloud(pieces: string[], language: Language): Reading {
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  let on = true;

  async function go(): Promise<Text | undefined> {
    if (!speech) return words.no_speech;
    const voice = voice_for(language, await voices(speech));
    if (!voice) return words.no_voice;
    for (const piece of pieces) {
      if (!on) return undefined;
      const fault = await utter(speech, voice, piece);
      if (!on || stopped.includes(fault)) return undefined;
      if (fault) return voiceless.includes(fault) ? words.no_voice : words.broken;
    }
    return undefined;
  }

  return {
    over: go(),
    stop: () => {
      on = false;
      speech?.cancel();
    },
  };
}
